// How far something has come; without a value, that it is under way.

interface ProgressBarProps {
  readonly label: string;
  readonly value: number | null; // 0 to 1
}

export function ProgressBar({ label, value }: ProgressBarProps) {
  const percent = value === null ? null : Math.round(100 * Math.min(1, Math.max(0, value)));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
      className="h-1.5 w-full overflow-hidden rounded-full bg-tint"
    >
      {percent === null ? (
        <div className="progress-fill h-full w-2/5 rounded-full bg-accent motion-safe:animate-[sweep_1.4s_ease-in-out_infinite]" />
      ) : (
        <div
          className="progress-fill h-full rounded-full bg-accent motion-safe:transition-[width] motion-safe:duration-200"
          style={{ width: `${percent}%` }}
        />
      )}
    </div>
  );
}
