// Products on matrix units for adapters that have none: the same shader text with arithmetic in f32 and the matrix functions
// replaced, so that tests run every index and stage of it.
import enableSubgroupMatrix from "../../../../shaders/lib/enable-subgroup-matrix.wgsl?raw";
import half from "../../../../shaders/lib/half.wgsl?raw";
import type { KernelSource } from "../kernel";

/** lib/half.wgsl with arithmetic in f32. */
const EMULATED_HALF = `
alias Half = f32;
alias Half4 = vec4<f32>;
alias HalfCell = vec2<u32>;

fn half_cell(bits: vec2<u32>) -> HalfCell {
  return bits;
}

fn to_half_cell(values: Half4) -> HalfCell {
  return HalfCell(pack2x16float(values.xy), pack2x16float(values.zw));
}

fn half_bits(bits: vec2<u32>) -> Half4 {
  return vec4<f32>(unpack2x16float(bits.x), unpack2x16float(bits.y));
}
`;

/**
 * A loaded matrix is where it lies in its tile, which no one writes until it is used. Sums are spread over a subgroup: an
 * invocation has half a row.
 */
const EMULATED_MATRICES = `
struct Left { part: u32, start: u32 }
struct Right { part: u32, start: u32 }
struct Sums { low: vec4<f32>, high: vec4<f32> }

fn sums_place(local: u32, stride: u32) -> u32 {
  return local % 32u / 2u * stride + local % 2u * 8u;
}

fn four_products(x_values: vec4<f32>, part: u32, at: u32) -> vec4<f32> {
  return vec4<f32>(
    dot(x_values, half_bits(w_tile[part][at])),
    dot(x_values, half_bits(w_tile[part][at + PITCH_4])),
    dot(x_values, half_bits(w_tile[part][at + 2u * PITCH_4])),
    dot(x_values, half_bits(w_tile[part][at + 3u * PITCH_4])),
  );
}

fn multiply_accumulate(local: u32, left: Left, right: Right, sums: Sums) -> Sums {
  var added = sums;
  let token = left.start + local % 32u / 2u * PITCH_4;
  let row = right.start + local % 2u * 8u * PITCH_4;
  for (var k = 0u; k < 4u; k++) {
    let x_values = half_bits(x_tile[left.part][token + k]);
    added.low += four_products(x_values, right.part, row + k);
    added.high += four_products(x_values, right.part, row + 4u * PITCH_4 + k);
  }
  return added;
}

fn store_sums(local: u32, part: u32, sums: Sums) {
  let at = sums_place(local, SIDE);
  for (var i = 0u; i < 4u; i++) {
    sums_tile[part][at + i] = sums.low[i];
    sums_tile[part][at + 4u + i] = sums.high[i];
  }
}
`;

const EMULATED_Y = `
fn load_y(local: u32, start: u32, stride: u32) -> Sums {
  let at = start + sums_place(local, stride);
  return Sums(vec4<f32>(y[at], y[at + 1u], y[at + 2u], y[at + 3u]), vec4<f32>(y[at + 4u], y[at + 5u], y[at + 6u], y[at + 7u]));
}

fn store_y(local: u32, start: u32, sums: Sums, stride: u32) {
  let at = start + sums_place(local, stride);
  for (var i = 0u; i < 4u; i++) {
    y[at + i] = sums.low[i];
    y[at + 4u + i] = sums.high[i];
  }
}
`;

export function emulateCode(native: string): string {
  const code = native
    .replace(enableSubgroupMatrix, "")
    .replace(half, EMULATED_HALF)
    .replace(/alias (Left|Right|Sums) = subgroup_matrix\w*<.*\n/g, "\n")
    .replace(/subgroupMatrixLoad<Left, row_major>\(&x_tile\[(\w+)\], (\w+), PITCH_4\)/g, "Left($1, $2)")
    .replace(/subgroupMatrixLoad<Right, col_major>\(&w_tile\[(\w+)\], (\w+), PITCH_4\)/g, "Right($1, $2)")
    .replace(/subgroupMatrixMultiplyAccumulate\(/g, "multiply_accumulate(local, ")
    .replace(/subgroupMatrixLoad<Sums, row_major>\(&y, /g, "load_y(local, ")
    .replace(/subgroupMatrixStore<row_major>\(&y, /g, "store_y(local, ")
    .replace(
      /subgroupMatrixStore<row_major>\(&sums_tile\[(.*?)\], 0u, (\w+), SIDE\)/g,
      "store_sums(local, $1, $2)",
    );
  return code + EMULATED_MATRICES + (code.includes("store_y(") ? EMULATED_Y : "");
}

export const emulateSubgroupMatrix = <Source extends KernelSource>(source: Source): Source => ({
  ...source,
  code: emulateCode(source.code),
});

/** A device that emulates these products wherever they are compiled; attention on matrix units it does not know. */
export function emulatingDevice(device: GPUDevice): GPUDevice {
  return new Proxy(device, {
    get(target, property) {
      if (property === "createShaderModule") {
        return ({ code, ...rest }: GPUShaderModuleDescriptor) =>
          target.createShaderModule({
            ...rest,
            code: code.includes("fn matmul_subgroup_matrix(") ? emulateCode(code) : code,
          });
      }
      const value = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
