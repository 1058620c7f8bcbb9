// One image of two, number by number.

override width: u32;
override height: u32;
override mode: u32;
override part: f32;

const ADD = 1u;
const SUBTRACT = 2u;
const MULTIPLY = 3u;
const SCREEN = 4u;

@group(0) @binding(0) var<storage, read> one: array<vec4f>;
@group(0) @binding(1) var<storage, read> other: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> after: array<vec4f>;

fn blended(a: vec4f, b: vec4f) -> vec4f {
  switch mode {
    case ADD { return a + b; }
    case SUBTRACT { return vec4f(a.rgb - b.rgb, a.a); }
    case MULTIPLY { return a * b; }
    case SCREEN { return a + b - a * b; }
    default { return a + part * (b - a); }
  }
}

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let i = id.y * width + id.x;
  let result = blended(one[i], other[i]);
  after[i] = vec4f(result.rgb, clamp(result.a, 0, 1));
}
