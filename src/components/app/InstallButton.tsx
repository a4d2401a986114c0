// Offers to install the page as an app, where the browser says that it can be.
import { MonitorDown } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import { useInstallStore } from "../../stores/install-store";
import { Button } from "../ui/Button";

export function InstallButton() {
  const { app } = useTexts();
  const canInstall = useInstallStore((state) => state.canInstall);
  const install = useInstallStore((state) => state.install);
  if (!canInstall) return null;
  return (
    <Button tone="quiet" className="w-full justify-start" onClick={() => void install()}>
      <MonitorDown size={17} aria-hidden /> {app.install}
    </Button>
  );
}
