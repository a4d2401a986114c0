// The English catalogue, which the others must match key by key.
import { common } from "./common";

export const en = {
  common,
};
