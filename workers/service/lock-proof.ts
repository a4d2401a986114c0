// How the page and its workers see whether the lock holds. Imports nothing.

/** A refusal is told by an event that comes after the refused call has failed. */
const REFUSAL_MS = 2_000;

/** Whether this page or worker can't connect to anything: it asks for `url`, a file of the app, and sees the browser refuse. */
export function isCutOff(url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const onViolation = (event: Event): void => {
    const { effectiveDirective, disposition } = event as SecurityPolicyViolationEvent;
    if (effectiveDirective === "connect-src" && disposition === "enforce") resolve(true);
  };
  globalThis.addEventListener("securitypolicyviolation", onViolation);
  fetch(url).then(
    () => resolve(false),
    () => setTimeout(() => resolve(false), REFUSAL_MS),
  );
  return promise.finally(() => globalThis.removeEventListener("securitypolicyviolation", onViolation));
}
