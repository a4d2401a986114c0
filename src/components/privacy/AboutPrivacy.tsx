// In the settings: the way to the panel about the lock, and to the licences of what the app is made of.
import { usePrivacyTexts } from "../../i18n/privacy-texts";
import { usePanelStore } from "../../stores/panel-store";
import { Button } from "../ui/Button";

export function PrivacyButton() {
  const { title } = usePrivacyTexts();
  return <Button onClick={() => usePanelStore.getState().open({ kind: "privacy" })}>{title}</Button>;
}

export function LicencesLink() {
  const { licences } = usePrivacyTexts();
  return (
    <a
      href="./third-party-licences.txt"
      target="_blank"
      rel="noopener"
      className="target inline-flex items-center text-sm text-accent underline"
    >
      {licences}
    </a>
  );
}
