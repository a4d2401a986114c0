// x and y of a product by itself (matmul-subgroup-matrix.wgsl), and y where an edge of it cuts a tile.
@group(0) @binding(2) var<storage, read> x: array<vec4<u32>>;        // [token_count, x_stride] of eight f16
@group(0) @binding(3) var<storage, read_write> y: array<f32>;        // [slices, token_count, rows]
@group(0) @binding(4) var<uniform> params: Params;

// Through workgroup memory, as some of the matrix is not to be written. All subgroups write one at a time each, in step.
fn write_edge(local: u32, slice: u32, token: u32, row: u32, sums: Sums) {
  workgroupBarrier();
  subgroupMatrixStore<row_major>(&sums_tile[local / 32u], 0u, sums, SIDE);
  workgroupBarrier();
  for (var i = local % 32u; i < SIDE * SIDE; i += 32u) {
    let t = token + i / SIDE;
    let r = row + i % SIDE;
    if (t < token_count() && r < params.row_count) {
      let at = slice * params.slice_stride + t * params.row_stride + params.first_row + r;
      y[at] = select(0.0, y[at], params.accumulate == 1u) + sums_tile[local / 32u][i];
    }
  }
}
