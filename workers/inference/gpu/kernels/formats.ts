// How each tensor type lies on the GPU: which field of a file's block goes to which plane (shaders/lib/unit.wgsl), and the
// shader code that reads it.
import bf16 from "../../../../shaders/lib/bf16.wgsl?raw";
import eight from "../../../../shaders/lib/eight.wgsl?raw";
import eightFloats from "../../../../shaders/lib/eight-floats.wgsl?raw";
import f16 from "../../../../shaders/lib/f16.wgsl?raw";
import f32 from "../../../../shaders/lib/f32.wgsl?raw";
import fifthBits from "../../../../shaders/lib/fifth-bits.wgsl?raw";
import halfFifthBytes from "../../../../shaders/lib/half-fifth-bytes.wgsl?raw";
import halfFloats from "../../../../shaders/lib/half-floats.wgsl?raw";
import halfQ40 from "../../../../shaders/lib/half-q4-0.wgsl?raw";
import halfQ41 from "../../../../shaders/lib/half-q4-1.wgsl?raw";
import halfQ4K from "../../../../shaders/lib/half-q4-k.wgsl?raw";
import halfQ50 from "../../../../shaders/lib/half-q5-0.wgsl?raw";
import halfQ51 from "../../../../shaders/lib/half-q5-1.wgsl?raw";
import halfQ5K from "../../../../shaders/lib/half-q5-k.wgsl?raw";
import halfQ6K from "../../../../shaders/lib/half-q6-k.wgsl?raw";
import halfQ80 from "../../../../shaders/lib/half-q8-0.wgsl?raw";
import kScales from "../../../../shaders/lib/k-scales.wgsl?raw";
import planePair from "../../../../shaders/lib/plane-pair.wgsl?raw";
import planes from "../../../../shaders/lib/planes.wgsl?raw";
import q40 from "../../../../shaders/lib/q4-0.wgsl?raw";
import q41 from "../../../../shaders/lib/q4-1.wgsl?raw";
import q4K from "../../../../shaders/lib/q4-k.wgsl?raw";
import q50 from "../../../../shaders/lib/q5-0.wgsl?raw";
import q51 from "../../../../shaders/lib/q5-1.wgsl?raw";
import q5K from "../../../../shaders/lib/q5-k.wgsl?raw";
import q6K from "../../../../shaders/lib/q6-k.wgsl?raw";
import q80 from "../../../../shaders/lib/q8-0.wgsl?raw";
import unit from "../../../../shaders/lib/unit.wgsl?raw";
import type { TensorType } from "../../parse/tensor-types";

/** A field of a block, in bytes. Fields read as vectors start on 16 bytes and are addressed in vectors. */
export interface PlaneField {
  readonly offset: number; // in the file's block
  readonly byteLength: number;
  readonly addressedIn: "vectors" | "words";
}

export interface Format {
  readonly code: string; // lib/planes.wgsl, lib/unit.wgsl and the type's own file
  readonly pairCode: string; // the same for two matrices of the type: lib/plane-pair.wgsl instead
  readonly halfCode: string; // what goes behind either to decode to f16: lib/half-unit.wgsl
  readonly eightCode: string; // what goes behind code to decode eight weights to f32: lib/eight.wgsl
  readonly fields: readonly PlaneField[]; // one plane each, in the order they lie in the buffer
}

const vectors = (offset: number, byteLength: number): PlaneField => ({
  offset,
  byteLength,
  addressedIn: "vectors",
});
const words = (offset: number, byteLength: number): PlaneField => ({
  offset,
  byteLength,
  addressedIn: "words",
});

const format = (code: string, halfCode: string, fields: readonly PlaneField[]): Format => ({
  code: planes + unit + code,
  pairCode: planePair + unit + code,
  halfCode,
  eightCode: halfCode === halfFloats ? eightFloats : eight + halfCode,
  fields,
});

export const FORMATS: Readonly<Record<TensorType, Format>> = {
  f32: format(f32, halfFloats, [vectors(0, 4)]),
  f16: format(f16, halfFloats, [vectors(0, 2)]),
  bf16: format(bf16, halfFloats, [vectors(0, 2)]),
  q4_0: format(q40, halfQ40, [vectors(2, 16), words(0, 2)]),
  q4_1: format(q41, halfQ41, [vectors(4, 16), words(0, 4)]),
  q5_0: format(fifthBits + q50, halfFifthBytes + halfQ50, [vectors(6, 16), words(2, 4), words(0, 2)]),
  q5_1: format(fifthBits + q51, halfFifthBytes + halfQ51, [vectors(8, 16), words(4, 4), words(0, 4)]),
  q8_0: format(q80, halfQ80, [vectors(2, 32), words(0, 2)]),
  q4_k: format(kScales + q4K, halfQ4K, [vectors(16, 128), vectors(0, 16)]),
  q5_k: format(kScales + q5K, halfQ5K, [vectors(48, 128), vectors(16, 32), vectors(0, 16)]),
  q6_k: format(q6K, halfQ6K, [vectors(0, 128), vectors(128, 64), vectors(192, 16), words(208, 2)]),
};
