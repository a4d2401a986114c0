// How long to wait after a failed request. Pure.

/** Requests for one chunk that bring no byte before the download stops: about a minute and a half of trying. */
export const MAX_ATTEMPTS = 8;

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;
const RATE_LIMIT_DELAY_MS = 30_000; // when the server says "too many requests" and not for how long
const LONGEST_RATE_LIMIT_DELAY_MS = 10 * 60_000;

/** 1 s, 2 s, 4 s … 30 s, of which half is left to chance so that many tabs do not come back at once. */
export function retryDelayMs(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return full * (0.5 + 0.5 * random());
}

/** After a 429: what the server asked for, never less than a second; else 30 s and up. */
export function rateLimitDelayMs(retryAfterMs: number | null, attempt: number, random: () => number): number {
  if (retryAfterMs !== null) return Math.min(LONGEST_RATE_LIMIT_DELAY_MS, Math.max(1_000, retryAfterMs));
  const full = Math.min(LONGEST_RATE_LIMIT_DELAY_MS, RATE_LIMIT_DELAY_MS * 2 ** (attempt - 1));
  return full * (1 + 0.5 * random());
}

/** Retry-After holds seconds or a date; null when it is absent, unreadable or nonsense. */
export function parseRetryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
