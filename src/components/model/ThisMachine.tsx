// The GPU by name and by what was measured of it, before a model is chosen.
import { useEffect } from "react";
import { useTexts } from "../../i18n/language-store";
import { useMachineStore } from "../../stores/machine-store";
import { useModelStore } from "../../stores/model-store";
import { Button } from "../ui/Button";
import { Section } from "../ui/Section";

/** While the model is at work, it is asked again whether it still is. */
const RETRY_MS = 2_000;

export function ThisMachine() {
  const { models } = useTexts();
  const gpu = useModelStore((state) => state.gpu);
  const machine = useMachineStore((state) => state.machine);
  const measure = useMachineStore((state) => state.measure);
  const isWaiting = machine.status === "unmeasured";
  useEffect(() => {
    if (!isWaiting) return;
    const { measure } = useMachineStore.getState();
    void measure();
    const timer = setInterval(() => void measure(), RETRY_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  if (gpu?.status !== "ready") return null;
  const name = [gpu.vendor, gpu.architecture, gpu.description].filter(Boolean).join(" · ");
  const isMeasured = machine.status === "measured";
  return (
    <Section title={models.machine.title}>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-2xl border border-line bg-raised p-4 text-sm">
        <div className="min-w-0 flex-1 basis-56">
          <p className="wrap-anywhere">
            {models.gpu} <bdi>{name || models.gpuWithoutName}</bdi>
            {gpu.isFallback && `. ${models.isFallback}`}
          </p>
          <p role="status" className="text-ink-soft">
            <MachineWords />
          </p>
        </div>
        <Button disabled={machine.status === "measuring"} onClick={() => void measure()}>
          {isMeasured ? models.machine.measureAgain : models.machine.measure}
        </Button>
      </div>
    </Section>
  );
}

function MachineWords() {
  const texts = useTexts().models.machine;
  const machine = useMachineStore((state) => state.machine);
  switch (machine.status) {
    case "unmeasured":
      return texts.notMeasured;
    case "measuring":
      return texts.measuring;
    case "measured":
      return texts.measured(machine.check.gigabytesPerSecond, machine.check.teraflopsPerSecond);
    case "failed":
      return texts.failed;
    default:
      return machine satisfies never;
  }
}
