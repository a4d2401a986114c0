// The app's mark, as in public/icons/icon.svg: one winding line that reads as lines of text and ends in a point.

export function Logo({ size }: { readonly size: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" className="shrink-0">
      <rect width="64" height="64" rx="15" fill="#0c6b5a" />
      <path
        d="M47 17.5H24a7.25 7.25 0 0 0 0 14.5h16a7.25 7.25 0 0 1 0 14.5H29"
        fill="none"
        stroke="#f7f1e4"
        strokeWidth="5.5"
        strokeLinecap="round"
      />
      <circle cx="18.5" cy="46.5" r="3.9" fill="#f0b65a" />
    </svg>
  );
}
