// The end of a gated product (lib/gated-product.wgsl) whose subgroups have rows of gate and of up.
//
// Matrices go through workgroup memory, where an invocation finds both values of eight rows of a token. All subgroups write
// one at a time each, in step.
fn write_gated(local: u32, token: u32, row: u32, gate: Sums, up: Sums) {
  let subgroup = local / 32u;
  let t = token + local % 32u / 2u;
  let r = row + local % 2u * 8u;
  let at = local % 32u * 8u;
  workgroupBarrier();
  subgroupMatrixStore<row_major>(&sums_tile[subgroup], 0u, gate, SIDE);
  workgroupBarrier();
  let gate0 = sums_at(subgroup, at);
  let gate1 = sums_at(subgroup, at + 4u);
  workgroupBarrier();
  subgroupMatrixStore<row_major>(&sums_tile[subgroup], 0u, up, SIDE);
  workgroupBarrier();
  if (t < token_count() && r < params.row_count) {
    let low = gated(gate0, sums_at(subgroup, at));
    let high = gated(gate1, sums_at(subgroup, at + 4u));
    y[(t * params.row_stride + params.first_row + r) / 8u] = vec4<u32>(low, high);
  }
}
