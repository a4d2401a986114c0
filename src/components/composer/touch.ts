/** Keys come from the screen: there focus opens a keyboard over half of it, and Enter is a new line. */
export const hasTouchKeyboard = (): boolean => matchMedia("(pointer: coarse)").matches;
