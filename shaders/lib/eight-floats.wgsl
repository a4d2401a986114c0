// F32, F16 and BF16 for what lib/eight.wgsl does, through their own load_unit: nothing is left undecoded. The branches are the
// same for neighbouring pairs, and each loads only what it returns.
struct Eight {
  first: vec4<f32>,
  second: vec4<f32>,
}

alias Packed = Eight;

fn fetch_eight(unit: u32, quarter: u32) -> Packed {
  switch quarter {
    case 0u: {
      let w = load_unit(unit);
      return Eight(w.a0, w.a1);
    }
    case 1u: {
      let w = load_unit(unit);
      return Eight(w.a2, w.a3);
    }
    case 2u: {
      let w = load_unit(unit);
      return Eight(w.b0, w.b1);
    }
    default: {
      let w = load_unit(unit);
      return Eight(w.b2, w.b3);
    }
  }
}

fn decode_eight(packed: Packed, _unit: u32, _quarter: u32) -> Eight {
  return packed;
}
