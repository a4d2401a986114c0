// Changes JSON by its structure: a value becomes another, a field goes or comes, a part stands in another's place.
import type { Random } from "./random";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const VALUES: readonly Json[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, 2 ** 53, -(2 ** 53), 2 ** 32, 8.64e15 + 1],
  ...["", "x", "__proto__", "\u0000", "\ud800", "<img src=x>", "y".repeat(300)],
  ...[[], {}, [null], [[]], [{}], { length: -1 }, { kind: "?" }],
];
const KEYS = ["__proto__", "constructor", "toString", "length", "0", "", "then", "toJSON", "extra"];

interface Place {
  readonly parent: Json[] | { [key: string]: Json };
  readonly key: string | number;
}

function listPlaces(value: Json, places: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return places;
  const parent = value;
  for (const key of Object.keys(parent)) {
    places.push({ parent, key: Array.isArray(parent) ? Number(key) : key });
    listPlaces((parent as { [key: string]: Json })[key] as Json, places);
  }
  return places;
}

const put = ({ parent, key }: Place, value: Json): void => {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
};
const take = ({ parent, key }: Place): Json => (parent as { [key: string]: Json })[key] as Json;

function change(root: Json, random: Random): void {
  const places = listPlaces(root);
  if (places.length === 0) return;
  const place = random.pick(places);
  switch (random.below(5)) {
    case 0:
      if (Array.isArray(place.parent)) place.parent.splice(place.key as number, 1);
      else delete place.parent[place.key];
      break;
    case 1:
      put(
        { parent: place.parent, key: Array.isArray(place.parent) ? place.parent.length : random.pick(KEYS) },
        random.pick(VALUES),
      );
      break;
    case 2:
      put(place, structuredClone(take(random.pick(places))));
      break;
    default:
      put(place, structuredClone(random.pick(VALUES)));
  }
}

/** The text with one to three changes. */
export function mutateJson(text: string, random: Random): string {
  const root = { root: JSON.parse(text) as Json };
  for (let count = 1 + random.below(3); count > 0; count--) change(root, random);
  return JSON.stringify(root.root) ?? "null";
}
