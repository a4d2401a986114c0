// The English catalogue, which the others must match key by key.
import { common } from "./common";
import { conversations } from "./conversations";

export const en = {
  common,
  conversations,
};
