// Parts of the page that are seldom needed, or not at once, and fetched when they are: the first visit waits for none of them.
import {
  type ComponentType,
  createElement,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  useState,
} from "react";

interface Source<Props> {
  here: ComponentType<Props> | null;
  readonly awaited: LazyExoticComponent<ComponentType<Props>>;
}

export interface Fetched<Props> {
  (props: Props): ReactNode;
  /** Begins before the part is drawn, so that nobody waits for it. */
  readonly fetch: () => void;
}

/** To be drawn inside a Suspense; a part that is here already is drawn at once, without its fallback. */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): Fetched<Props> {
  const begin = async () => {
    source.here = await load();
    return { default: source.here };
  };
  const source: Source<Props> = { here: null, awaited: lazy(begin) };
  const fetch = (): void => void begin().catch(() => undefined); // drawing it tries again, and says so
  return Object.assign((props: Props) => createElement(useSource(source), props), { fetch });
}

/** The same for as long as a part is on the page: another would be another part. */
const useSource = <Props>(source: Source<Props>): ComponentType<Props> =>
  useState<ComponentType<Props>>(() => source.here ?? source.awaited)[0];
