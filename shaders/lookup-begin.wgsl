// Sets up a step of prompt lookup: behind the token chosen last come the drafts for the positions after it, as many as there
// are, the context has room for and the answer may still have. An ended answer has no columns.
//
// One invocation; grid [1]. Includes lib/sampling.wgsl, lib/columns.wgsl and lib/lookup.wgsl.
@group(0) @binding(0) var<storage, read> drafts: array<u32>;            // position behind the last draft, then a ring of them
@group(0) @binding(1) var<storage, read_write> sampling: Sampling;
@group(0) @binding(2) var<storage, read_write> lookup: Lookup;
@group(0) @binding(3) var<storage, read_write> token_ids: array<u32>;
@group(0) @binding(4) var<storage, read_write> next_step: array<u32>;   // lib/step.wgsl's uniform
@group(0) @binding(5) var<storage, read_write> column_steps: array<u32>; // [COLUMNS, STEP_STRIDE]: the same for each column alone

@compute @workgroup_size(1)
fn lookup_begin() {
  let position = next_step[1];
  var count = 0u;
  if (next_step[0] > 0u) {
    let room = min(sampling.context_length - position, sampling.max_tokens - sampling.count);
    let known = max(drafts[0], position + 1u) - position - 1u;
    count = 1u + min(COLUMNS - 1u, min(known, room - 1u));
  }
  for (var column = 0u; column < COLUMNS; column++) {
    let exists = column < count;
    if (column > 0u) {
      token_ids[column] = select(0u, drafts[1u + (position + column) % DRAFT_RING], exists);
    }
    column_steps[column * STEP_STRIDE] = select(0u, 1u, exists);
    column_steps[column * STEP_STRIDE + 1u] = position + column;
    lookup.records[column] = vec4<u32>(0u, IDLE_RECORD, position, sampling.count);
  }
  next_step[0] = count;
  lookup.count = count;
  lookup.kept = 0u;
  lookup.goes_on = select(0u, 1u, count > 0u);
}
