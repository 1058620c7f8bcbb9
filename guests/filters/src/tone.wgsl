// Light without limit becomes that of a screen, from 0 to 1, each primary by itself.

override width: u32;
override height: u32;
override curve: u32;
override exposure: f32; // what light is multiplied by before

const REINHARD = 1u;
const ACES = 2u;
const HABLE = 3u;

@group(0) @binding(0) var<storage, read> before: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> after: array<vec4f>;

// J. Hable, "Uncharted 2: HDR lighting", 2010.
fn filmic(x: vec3f) -> vec3f {
  return (x * (0.15 * x + 0.05) + 0.004) / (x * (0.15 * x + 0.5) + 0.06) - 0.02 / 0.3;
}

fn mapped(x: vec3f) -> vec3f {
  switch curve {
    case REINHARD { return x / (1 + x); }
    // K. Narkowicz, "ACES filmic tone mapping curve", 2015.
    case ACES { return x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14); }
    case HABLE { return filmic(2 * x) / filmic(vec3f(11.2)); }
    default { return x; }
  }
}

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let i = id.y * width + id.x;
  let pixel = before[i];
  // More than this all curves take for the brightest; its square is still a number.
  let light = clamp(exposure * select(vec3f(), pixel.rgb / pixel.a, pixel.a != 0), vec3f(), vec3f(1e6));
  after[i] = vec4f(pixel.a * min(mapped(light), vec3f(1)), pixel.a);
}
