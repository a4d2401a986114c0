// What changes from one submit to the next; everything else is fixed when the model loads.
struct Step {
  token_count: u32, // tokens in this chunk; 1 when decoding
  position: u32,    // of the chunk's first token in the context
}

@group(1) @binding(0) var<uniform> step: Step;
