// Parts of the page that are seldom needed and fetched when they are: the first visit waits for none of them.
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** To be drawn inside a Suspense. */
export function fetched<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().then((component) => ({ default: component })));
}
