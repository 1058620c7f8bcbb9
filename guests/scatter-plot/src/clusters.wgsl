// Points in clusters: around a few middles, normally distributed. Each is made of its number and the
// seed alone. After batch.wgsl.

const CLUSTERS = 12u;

// More than 0, and at most 1: one of several for each number.
fn chance(number: u32, which: u32) -> f32 {
  return f32((scattered(scattered(number ^ scattered(seed)) + which) >> 8) + 1) / 16777216;
}

// Two numbers of a standard normal distribution (G. Box, M. Muller, 1958).
fn normal(one: f32, other: f32) -> vec2f {
  let angle = 6.28318530718 * other;
  return sqrt(-2 * log(one)) * vec2f(cos(angle), sin(angle));
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.y * batch.row + id.x;
  if i >= batch.count {
    return;
  }
  let number = batch.first + i;
  // Of clusters there is a first one with many points, and others with less.
  let cluster = u32(f32(CLUSTERS) * pow(chance(number, 0), 1.6) * 0.999999);
  let own = 0x80000000 + cluster;
  let middle = 3 * vec2f(chance(own, 0), chance(own, 1)) - 1.5;
  let turn = 3.14159265359 * chance(own, 2);
  let wide = 0.05 + 0.45 * chance(own, 3);
  let off = normal(chance(number, 1), chance(number, 2)) * vec2f(wide, wide * (0.1 + 0.6 * chance(own, 4)));
  let along = vec2f(cos(turn), sin(turn));
  points[i] = middle + off.x * along + off.y * vec2f(-along.y, along.x);
}
