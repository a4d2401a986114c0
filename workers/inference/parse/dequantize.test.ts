import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import { dequantize, unpackBf16, unpackF16 } from "./dequantize";
import { TENSOR_TYPES, type TensorType } from "./tensor-types";

const TYPES = Object.keys(TENSOR_TYPES) as TensorType[];

interface DequantizeVector {
  readonly bytes_base64: string;
  readonly expected_f32: readonly number[];
}

describe("dequantize", () => {
  it.skipIf(!hasShared)("equals ggml bit for bit on every block type (needs ../shared)", () => {
    const vectors: Record<string, DequantizeVector> = JSON.parse(
      readFileSync(sharedPath("jamba/dequant-vectors.json"), "utf8"),
    );
    const blockTypes = TYPES.filter((type) => TENSOR_TYPES[type].blockSize > 1);
    expect(blockTypes.length).toBe(8);
    for (const type of blockTypes) {
      const vector = vectors[type.toUpperCase()] as DequantizeVector;
      const bytes = new Uint8Array(Buffer.from(vector.bytes_base64, "base64"));
      const weights = dequantize(type, bytes, vector.expected_f32.length);
      expect(weights, type).toEqual(Float32Array.from(vector.expected_f32));
    }
  });

  it("reads f32, f16 and bf16 at odd byte offsets", () => {
    const buffer = new Uint8Array(9);
    buffer.set([0, 0, 0x80, 0x3f], 1); // 1 as f32; 0 and 1 as bf16
    buffer.set([0, 0x3c], 5); // 1 as f16
    expect([...dequantize("f32", buffer.subarray(1, 5), 1)]).toEqual([1]);
    expect([...dequantize("bf16", buffer.subarray(1, 5), 2)]).toEqual([0, 1]);
    expect([...dequantize("f16", buffer.subarray(5, 7), 1)]).toEqual([1]);
  });

  it("refuses bytes that are no whole blocks", () => {
    expect(() => dequantize("q4_0", new Uint8Array(17), 32)).toThrow("17 bytes are not 32 weights of q4_0");
    expect(() => dequantize("q4_0", new Uint8Array(18), 31)).toThrow("18 bytes");
  });
});

describe("unpackF16", () => {
  it("gives the nearest patterns back for all 65,536", () => {
    const pack = (value: number): number => {
      if (Number.isNaN(value)) return 0x7e00;
      const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
      const size = Math.abs(value);
      if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
      if (size < 2 ** -14) return sign | (size * 2 ** 24);
      const exponent = Math.floor(Math.log2(size));
      return sign | ((exponent + 15) << 10) | ((size / 2 ** exponent - 1) * 1024);
    };
    for (let bits = 0; bits < 65_536; bits++) {
      const value = unpackF16(bits);
      if ((bits & 0x7fff) > 0x7c00) expect(value, String(bits)).toBeNaN();
      else if (pack(value) !== bits) expect.fail(`${bits} became ${value}`);
    }
    expect([0x3c00, 0xc000, 0x7bff, 0x0001, 0x0400, 0x3555].map(unpackF16)).toEqual([
      1,
      -2,
      65_504,
      2 ** -24,
      2 ** -14,
      0.333251953125,
    ]);
    expect(Object.is(unpackF16(0x8000), -0)).toBe(true);
  });
});

describe("unpackBf16", () => {
  it("is the upper half of an f32 for all 65,536 patterns", () => {
    const view = new DataView(new ArrayBuffer(4));
    for (let bits = 0; bits < 65_536; bits++) {
      const value = unpackBf16(bits);
      view.setFloat32(0, value);
      if (Number.isNaN(value)) expect((bits & 0x7fff) > 0x7f80).toBe(true);
      else if (view.getUint32(0) !== bits * 65_536) expect.fail(`${bits} became ${value}`);
    }
  });
});
