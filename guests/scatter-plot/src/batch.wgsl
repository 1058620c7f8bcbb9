// A batch of points that are computed, and chance: what is before the code of each kind of them.

override seed: u32;

struct Batch {
  first: u32, // the number of its first point
  count: u32,
  row: u32, // invocations along the dispatch's first axis
}

@group(0) @binding(0) var<storage, read> batch: Batch;
@group(0) @binding(1) var<storage, read_write> points: array<vec2f>;

// M. O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms for random
// number generation", 2014: the permutation of 32 bits.
fn scattered(number: u32) -> u32 {
  let state = number * 747796405 + 2891336453;
  let word = ((state >> ((state >> 28) + 4)) ^ state) * 277803737;
  return (word >> 22) ^ word;
}
