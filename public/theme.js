// Puts the chosen theme on the page before its first paint; src/stores/settings-store.ts keeps it from there on.
try {
  const { theme } = JSON.parse(localStorage.getItem("jamba-settings") ?? "{}");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // No stored choice can be read: the system's theme counts.
}
