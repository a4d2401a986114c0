// Parts of the page that are seldom needed, or not at once, and fetched when they are: the first visit waits for none of them.
import { type ComponentType, createElement, lazy, type ReactNode } from "react";

export interface Fetched<Props> {
  (props: Props): ReactNode;
  /** Begins before the part is drawn, so that nobody waits for it. */
  readonly fetch: () => void;
}

/** To be drawn inside a Suspense; a part that was here before it was first drawn never shows the fallback. */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): Fetched<Props> {
  let here: ComponentType<Props> | null = null;
  let drawn: ComponentType<Props> | null = null; // one of the two for good: the other would be another part
  const awaited = lazy(async () => ({ default: await load() }));
  const fetch = (): void => {
    load().then(
      (component) => {
        here = component;
      },
      () => undefined, // drawing it tries again, and says so
    );
  };
  const draw = (props: Props): ReactNode => {
    drawn ??= here ?? awaited;
    return createElement(drawn, props);
  };
  return Object.assign(draw, { fetch });
}
