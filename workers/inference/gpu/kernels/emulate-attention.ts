// Attention on matrix units for adapters that have none: the same shader text with the matrix functions replaced, so that
// tests run every index, barrier and stage of it.
import enableSubgroupMatrix from "../../../../shaders/lib/enable-subgroup-matrix.wgsl?raw";
import type { KernelSource } from "../kernel";

/**
 * An invocation has half a row of the sums, and all of that row of a left matrix. A right matrix is where it lies in its tile,
 * which no one writes until it is used.
 */
const EMULATED_MATRICES = `
struct Left { a: vec4<f32>, b: vec4<f32>, c: vec4<f32>, d: vec4<f32> }
struct Right { block: u32, start: u32, stride: u32 }
struct Sums { a: vec4<f32>, b: vec4<f32> }

var<private> emulated_lane: u32;

fn load_left(tile: u32, offset: u32, stride: u32) -> Left {
  let at = offset + emulated_lane / 2u * stride;
  let low = weights[tile][at];
  let high = weights[tile][at + 1u];
  return Left(from_halves(low.xy), from_halves(low.zw), from_halves(high.xy), from_halves(high.zw));
}

fn load_right(block: u32, offset: u32, stride: u32) -> Right {
  return Right(block, offset, stride);
}

fn load_sums(tile: u32, offset: u32, stride: u32) -> Sums {
  let at = offset + emulated_lane / 2u * stride + emulated_lane % 2u * 2u;
  return Sums(scores[tile][at], scores[tile][at + 1u]);
}

fn store_sums(tile: u32, offset: u32, sums: Sums, stride: u32) {
  let at = offset + emulated_lane / 2u * stride + emulated_lane % 2u * 2u;
  scores[tile][at] = sums.a;
  scores[tile][at + 1u] = sums.b;
}

// Columns of the right matrix lie one behind the other: keys.
fn multiply_col(left: Left, right: Right, sums: Sums) -> Sums {
  var added = array<vec4<f32>, 2>(sums.a, sums.b);
  for (var i = 0u; i < 8u; i++) {
    let at = right.start + (emulated_lane % 2u * 8u + i) * right.stride;
    let low = kv_tile[right.block][at];
    let high = kv_tile[right.block][at + 1u];
    added[i / 4u][i % 4u] += dot(left.a, from_halves(low.xy)) + dot(left.b, from_halves(low.zw))
      + dot(left.c, from_halves(high.xy)) + dot(left.d, from_halves(high.zw));
  }
  return Sums(added[0], added[1]);
}

// Rows of the right matrix lie one behind the other: values.
fn multiply_row(left: Left, right: Right, sums: Sums) -> Sums {
  let factors = array<vec4<f32>, 4>(left.a, left.b, left.c, left.d);
  var added = sums;
  for (var i = 0u; i < 16u; i++) {
    let factor = factors[i / 4u][i % 4u];
    let word = kv_tile[right.block][right.start + i * right.stride + emulated_lane % 2u];
    added.a += factor * from_halves(word.xy);
    added.b += factor * from_halves(word.zw);
  }
  return added;
}
`;

/** Scores in f16: half the memory, for a tile that would not fit the tests' adapter. */
const packScores = (code: string): string =>
  code
    .replace(/(var<workgroup> scores: array<array<)vec4<f32>/, "$1vec2<u32>")
    .replace(/visible\((scores\[[^\]]+\]\[[^\]]+\])/g, "visible(from_halves($1)")
    .replace(/(scores\[tile\]\[[^\]]+\]) \*= factor/g, "$1 = to_halves(from_halves($1) * factor)")
    .replace(/(scores\[tile\]\[[^\]]+\]) = (sums\.\w)/g, "$1 = to_halves($2)")
    .replace(/let sum = (scores\[tile\]\[[^\]]+\])/, "let sum = from_halves($1)")
    .replace(
      /Sums\((scores\[tile\]\[at\]), (scores\[tile\]\[at \+ 1u\])\)/,
      "Sums(from_halves($1), from_halves($2))",
    );

export function emulateAttention<Source extends KernelSource>(source: Source, packsScores = false): Source {
  const code = source.code
    .replace(enableSubgroupMatrix, "")
    .replace(/alias (Left|Right|Sums) = subgroup_matrix.*\n/g, "\n")
    .replace(/subgroupMatrixLoad<Left, row_major>\(&weights\[([^\]]+)\], /g, "load_left($1, ")
    .replace(/fn multiply\([^}]*\}/, "")
    .replace(
      /multiply\((\w+), subgroupMatrixLoad<Right, (col|row)_major>\(&kv_tile\[(\w+)\], /g,
      "multiply_$2($1, load_right($3, ",
    )
    .replace(/subgroupMatrixLoad<Sums, row_major>\(&scores\[([^\]]+)\], /g, "load_sums($1, ")
    .replace(/subgroupMatrixStore<row_major>\(&scores\[([^\]]+)\], /g, "store_sums($1, ")
    .replace("subgroupMax(weighed.highest - reference)", "weighed.highest - reference")
    .replace(/(fn attention_subgroup_matrix\([^{]*\{)/, "$1 emulated_lane = local % 32u;");
  const emulated = code + EMULATED_MATRICES;
  return { ...source, code: packsScores ? packScores(emulated) : emulated };
}
