// A step of prompt lookup, between its kernels and for the CPU. Includes lib/columns.wgsl.
struct Lookup {
  records: array<vec4<u32>, COLUMNS>, // of each column, as lib/sampling-end.wgsl makes them
  kept: u32, // columns whose tokens belong to the answer
  count: u32, // columns that were read
  goes_on: u32, // 1 while drafts stand
}

const DRAFT_RING = 128u; // ids; more than steps in flight can read
const STEP_STRIDE = 64u; // words: uniform buffers start at multiples of 256 bytes
const IDLE_RECORD = 8u; // IDLE of lib/sampling-end.wgsl
const PAUSED = 2u; // of sampling.has_ended: the answer goes on with the next step
