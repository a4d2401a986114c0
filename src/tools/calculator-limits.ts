/** Characters of an expression. A longer one is no question of a person's. */
export const MAX_EXPRESSION_LENGTH = 300;
