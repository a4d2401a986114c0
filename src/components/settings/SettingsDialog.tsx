// The user's choices, section by section as the table of settings lists them; the advanced ones behind a fold.
import { ChevronRight } from "lucide-react";
import { Suspense } from "react";
import { useTexts } from "../../i18n/language-store";
import { type SettingSection, settingSections } from "../../storage/setting-kinds";
import { listSettings } from "../../storage/settings";
import { usePanelStore } from "../../stores/panel-store";
import { useSettingsStore } from "../../stores/settings-store";
import { LicencesLink, PrivacyButton } from "../privacy/AboutPrivacy";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { LoadAgain } from "./LoadAgain";
import { SettingField } from "./SettingField";

const sections = Object.keys(settingSections) as SettingSection[];

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { settings, common } = useTexts();
  const footer = (
    <>
      <Button tone="quiet" onClick={useSettingsStore.getState().resetAll}>
        {settings.resetAll}
      </Button>
      <Button tone="primary" onClick={onClose}>
        {common.done}
      </Button>
    </>
  );
  return (
    <Dialog title={settings.title} onClose={onClose} footer={footer}>
      <div className="space-y-7">
        {sections.map((section) =>
          settingSections[section].isAdvanced ? (
            <Fold key={section} section={section} />
          ) : (
            <section key={section} aria-label={settings.sections[section]}>
              <h3 className="mb-2 text-sm font-semibold text-ink-soft">{settings.sections[section]}</h3>
              <Card section={section} />
            </section>
          ),
        )}
        <Privacy />
        <div className="flex flex-wrap gap-x-6">
          <a href="./bench.html" className="target inline-flex items-center text-sm text-accent underline">
            {settings.measure}
          </a>
          <Suspense fallback={null}>
            <LicencesLink />
          </Suspense>
        </div>
      </div>
    </Dialog>
  );
}

function Fold({ section }: { readonly section: SettingSection }) {
  const { settings } = useTexts();
  return (
    <details className="group">
      <summary className="target mb-2 flex items-center gap-2 rounded-lg text-sm font-semibold text-ink-soft">
        <ChevronRight
          size={16}
          aria-hidden
          className="shrink-0 motion-safe:transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        {settings.sections[section]}
      </summary>
      <Card section={section} />
    </details>
  );
}

function Card({ section }: { readonly section: SettingSection }) {
  return (
    <div className="divide-y divide-line rounded-2xl border border-line bg-raised px-4">
      {listSettings(section).map((name) => (
        <div key={name} className="py-3.5">
          <SettingField name={name} />
          {(name === "contextLength" || name === "isPrecise") && <LoadAgain name={name} />}
        </div>
      ))}
    </div>
  );
}

function Privacy() {
  const { settings, storage } = useTexts();
  return (
    <section aria-label={settings.privacyTitle}>
      <h3 className="mb-2 text-sm font-semibold text-ink-soft">{settings.privacyTitle}</h3>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-2xl border border-line bg-raised p-4">
        <p className="min-w-0 flex-1 basis-56 text-sm text-ink-soft">{settings.privacy}</p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => usePanelStore.getState().open({ kind: "storage" })}>{storage.open}</Button>
          <Suspense fallback={null}>
            <PrivacyButton />
          </Suspense>
        </div>
      </div>
    </section>
  );
}
