// An error's figures cross to the page with its name, message and stack, which is all that Comlink carries by itself.
import * as Comlink from "comlink";

interface Serialized {
  readonly isError: boolean;
  readonly value: object;
}

/** In the worker, before anything is exposed. The page needs nothing: Comlink's own side takes every property that comes. */
export function carryFigures(): void {
  const handler = Comlink.transferHandlers.get("throw") as Comlink.TransferHandler<
    { value: unknown },
    Serialized
  >;
  Comlink.transferHandlers.set("throw", {
    ...handler,
    serialize: (thrown) => {
      const [serialized, transferables] = handler.serialize(thrown);
      if (!(thrown.value instanceof Error) || !("figures" in thrown.value))
        return [serialized, transferables];
      const { figures } = thrown.value;
      return [{ ...serialized, value: { ...serialized.value, figures } }, transferables];
    },
  } satisfies typeof handler);
}
