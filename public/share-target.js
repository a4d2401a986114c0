// Part of the service worker: what another app shares with the installed page comes as a form that no server is there to take.
// It is put into a cache, and the page that opens next takes it out: src/stores/arrivals.ts.
const ACTION = new URL("./share-target", self.registration.scope).pathname;

async function keepShared(request) {
  const form = await request.formData();
  const cache = await caches.open("jamba-shared");
  const text = ["title", "text", "url"]
    .map((name) => form.get(name))
    .filter((part) => typeof part === "string" && part.trim() !== "");
  const shared = [...form.getAll("files")].filter((file) => file instanceof File && file.size > 0);
  if (text.length > 0) shared.push(new File([text.join("\n")], "", { type: "text/plain" })); // no name: it is no file
  for (const file of shared) {
    const headers = { "Content-Type": file.type, "X-File-Name": encodeURIComponent(file.name) };
    await cache.put(`./shared/${crypto.randomUUID()}`, new Response(file, { headers }));
  }
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "POST" || new URL(url).pathname !== ACTION) return;
  const answer = async () => {
    await keepShared(event.request);
    return Response.redirect(new URL("./?open=shared", self.registration.scope), 303);
  };
  event.respondWith(answer());
});
