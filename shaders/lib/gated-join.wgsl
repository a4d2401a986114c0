// The end of a gated product (lib/gated-product.wgsl) half of whose subgroups have rows of the gate, the other half the same
// rows of up, and each all tokens of the tile, sixteen at a time.
//
// Matrices go through workgroup memory, where an invocation finds both values of eight rows of a token. All subgroups write
// one each, in step.
fn join_gated(local: u32, token0: u32, row0: u32, sums: Sums) {
  const EIGHTS = GRID_ROWS / 8u; // of rows, to a token
  workgroupBarrier();
  subgroupMatrixStore<row_major>(&sums_tile[local / 32u], 0u, sums, SIDE);
  workgroupBarrier();
  let t = token0 + local / EIGHTS;
  let r = row0 + local % EIGHTS * 8u;
  if (local < EIGHTS * SIDE && t < token_count() && r < params.row_count) {
    let gate = local % EIGHTS / 2u;
    let up = gate + SUBGROUPS / 2u;
    let at = local / EIGHTS * SIDE + local % 2u * 8u;
    let low = gated(sums_at(gate, at), sums_at(up, at));
    let high = gated(sums_at(gate, at + 4u), sums_at(up, at + 4u));
    y[(t * params.row_stride + params.first_row + r) / 8u] = vec4<u32>(low, high);
  }
}
