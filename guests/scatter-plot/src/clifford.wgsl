// Points of Clifford's attractor: each leads to the next, and from wherever one begins one comes to
// it. Each invocation begins somewhere else and makes some of the points. After batch.wgsl.

override a: f32;
override b: f32;
override c: f32;
override d: f32;

const POINTS = 64u; // of an invocation
const BEFORE = 40u; // that it leads to before

fn next(p: vec2f) -> vec2f {
  return vec2f(sin(a * p.y) + c * cos(a * p.x), sin(b * p.x) + d * cos(b * p.y));
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let begin = POINTS * (id.y * batch.row + id.x);
  if begin >= batch.count {
    return;
  }
  let chance = scattered((batch.first + begin) ^ scattered(seed));
  var point = vec2f(f32(chance & 0xffff), f32(chance >> 16)) / 32768 - 1;
  for (var i = 0u; i < BEFORE; i++) {
    point = next(point);
  }
  for (var i = begin; i < min(begin + POINTS, batch.count); i++) {
    point = next(point);
    points[i] = point;
  }
}
