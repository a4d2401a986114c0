// The elementary functions in f64 that kernel tests expect of the GPU.

export const silu = (x: number): number => x / (1 + Math.exp(-x));
export const softplus = (x: number): number => (x > 20 ? x : Math.log1p(Math.exp(x)));

/** An element that is there. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] as number;
