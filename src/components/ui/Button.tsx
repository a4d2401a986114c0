// The app's buttons: four weights, and a square one for icons that needs a label.
import type { ComponentProps, ReactNode } from "react";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";

const tones: Record<ButtonTone, string> = {
  primary: "bg-accent text-accent-ink hover:bg-accent-strong border border-transparent",
  plain: "bg-raised text-ink border border-line-strong hover:bg-tint",
  quiet: "text-ink-soft hover:bg-tint hover:text-ink border border-transparent",
  danger: "text-danger hover:bg-danger-tint border border-transparent",
};

const shape =
  "inline-flex items-center justify-center gap-2 font-medium transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50";

interface ButtonProps extends ComponentProps<"button"> {
  readonly tone?: ButtonTone;
}

export function Button({ tone = "plain", className = "", ...props }: ButtonProps) {
  return (
    <button
      type="button"
      className={`target rounded-lg px-3.5 py-1.5 text-sm ${shape} ${tones[tone]} ${className}`}
      {...props}
    />
  );
}

interface IconButtonProps extends Omit<ButtonProps, "children"> {
  readonly label: string;
  readonly isRound?: boolean;
  readonly children: ReactNode;
}

export function IconButton({
  label,
  isRound = false,
  tone = "quiet",
  className = "",
  ...props
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`target aspect-square min-w-9 ${isRound ? "rounded-full" : "rounded-lg"} ${shape} ${tones[tone]} ${className}`}
      {...props}
    />
  );
}
