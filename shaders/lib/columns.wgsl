// How many tokens one step of prompt lookup reads: the one chosen last, then drafts. Kernels of columns do for each what the
// kernels of a token do for one, in the same order of sums, so that a draft that stands leaves the bits it would have left
// alone; a matrix is read once for all of them. Columns past step.token_count are computed from what lies there and kept
// nowhere. Kernels of a token are not these with one column: their sums are in no array, and what the end of a row needs
// travels with its product. What both can share is in lib.
const COLUMNS = 8u;
