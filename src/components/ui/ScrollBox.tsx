// A box that scrolls sideways by itself. The keyboard stops at it only while there is something to scroll to.
import { type ComponentProps, useEffect, useRef, useState } from "react";

interface ScrollBoxProps extends ComponentProps<"div"> {
  readonly as?: "div" | "span"; // inside a paragraph only a span may stand
  readonly label: string;
}

export function ScrollBox({ as: Tag = "div", label, className = "", children, ...props }: ScrollBoxProps) {
  const ref = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(ref);
  const reachable = overflows ? { tabIndex: 0, role: "region", "aria-label": label } : {};
  return (
    <Tag ref={ref} className={`scroll-box ${className}`} {...reachable} {...props}>
      {children}
    </Tag>
  );
}

function useOverflow(ref: React.RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = (): void => setOverflows(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [ref]);
  return overflows;
}
