// The end of a step: notes the token chosen, or why none was, for the CPU, and sets up the next step or ends the answer. One
// invocation calls it. The kernel declares, for writing, sampling: Sampling, seen: array<u32>, token_ids: array<u32> and
// next_step: array<u32>, which is lib/step.wgsl's uniform. Includes lib/sampling.wgsl.
const CHOSEN = 0u;
const END_TOKEN = 1u;
const LAST_TOKEN = 2u; // of those allowed
const CONTEXT_FULL = 3u;
const NOT_A_NUMBER = 4u;
const INFINITE = 5u;
const NOTHING_FINITE = 6u;
const TOO_MANY = 7u; // candidates for the kernels; the CPU chooses
const IDLE = 8u; // the answer had ended before

fn describe(id: u32) -> u32 {
  for (var i = 0u; i < sampling.end_count; i++) {
    if (sampling.ends[i] == id) {
      return END_TOKEN;
    }
  }
  if (sampling.count + 1u >= sampling.max_tokens) {
    return LAST_TOKEN;
  }
  return select(CHOSEN, CONTEXT_FULL, sampling.position >= sampling.context_length);
}

fn remember(id: u32) {
  if (sampling.repetition_penalty == 1.0) {
    return; // nobody counts
  }
  let slot = sampling.heard % RECENT_TOKENS;
  if (sampling.heard >= RECENT_TOKENS) {
    seen[sampling.recent[slot]] -= 1u;
  }
  sampling.recent[slot] = id;
  seen[id] += 1u;
  sampling.heard += 1u;
}

fn end_step(drawn: u32, best: vec2<u32>, has_too_many: bool) {
  if (sampling.has_ended != 0u) { // or pauses, for prompt lookup
    sampling.outcome_record = vec4<u32>(0u, IDLE, sampling.position, sampling.count);
    return;
  }
  let is_forced = sampling.forced > 0u;
  var id = select(drawn, sampling.forced - 1u, is_forced);
  sampling.forced = 0u;
  var outcome = TOO_MANY;
  if (best.x >= INFINITE_KEY || best.x <= NOTHING_KEY) {
    id = best.y;
    outcome = select(select(INFINITE, NOT_A_NUMBER, best.x == NAN_KEY), NOTHING_FINITE, best.x <= NOTHING_KEY);
  } else if (is_forced || !has_too_many) {
    outcome = describe(id);
    sampling.count += 1u;
  }
  sampling.outcome_record = vec4<u32>(id, outcome, sampling.position, sampling.count);
  if (outcome != CHOSEN) {
    sampling.has_ended = 1u;
    next_step[0] = 0u;
    return;
  }
  token_ids[0] = id;
  next_step[0] = 1u;
  next_step[1] = sampling.position;
  sampling.position += 1u;
  remember(id);
}
