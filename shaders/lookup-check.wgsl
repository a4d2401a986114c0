// After a column's token is chosen: notes it, and lets the next column be chosen from only where its draft is this token.
// Otherwise the columns that follow find nothing to do, as at an answer's end (PAUSED), and the last one's check lets the
// next step go on.
//
// One invocation; grid [1]. Includes lib/sampling.wgsl, lib/columns.wgsl and lib/lookup.wgsl.
struct Params {
  column: u32,
}

@group(0) @binding(0) var<storage, read_write> sampling: Sampling;
@group(0) @binding(1) var<storage, read_write> lookup: Lookup;
@group(0) @binding(2) var<storage, read> token_ids: array<u32>;
@group(0) @binding(3) var<storage, read_write> next_step: array<u32>; // lib/step.wgsl's uniform
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(1)
fn lookup_check() {
  let column = params.column;
  if (lookup.goes_on == 1u) {
    lookup.records[column] = sampling.outcome_record;
    lookup.kept = column + 1u;
    let has_next = column + 1u < lookup.count;
    if (!has_next || sampling.has_ended != 0u || token_ids[column + 1u] != sampling.outcome_record.x) {
      lookup.goes_on = 0u;
      next_step[0] = 0u;
      if (sampling.has_ended == 0u) {
        sampling.has_ended = PAUSED;
      }
    }
  }
  if (column + 1u == COLUMNS && sampling.has_ended == PAUSED) {
    sampling.has_ended = 0u;
    next_step[0] = 1u;
  }
}
