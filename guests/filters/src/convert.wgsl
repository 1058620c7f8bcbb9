// Colours of one space become those of another: a matrix, light from numbers, a matrix, numbers from
// light, and a matrix.

override width: u32;
override height: u32;
override decoding: u32;
override encoding: u32;

const SRGB = 1u;
const VIDEO = 2u;
const CUBE_ROOT = 3u;

// With so many digits the two parts of the curve meet.
const VIDEO_ALPHA = 1.09929682680944;
const VIDEO_BETA = 0.018053968510807;

@group(0) @binding(0) var<storage, read> matrices: array<mat3x3f, 3>;
@group(0) @binding(1) var<storage, read> before: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> after: array<vec4f>;

fn light(numbers: vec3f) -> vec3f {
  let n = abs(numbers);
  switch decoding {
    case SRGB {
      let curve = pow((n + 0.055) / 1.055, vec3f(2.4));
      return sign(numbers) * select(curve, n / 12.92, n <= vec3f(0.04045));
    }
    case VIDEO {
      let curve = pow((n + (VIDEO_ALPHA - 1)) / VIDEO_ALPHA, vec3f(1 / 0.45));
      return sign(numbers) * select(curve, n / 4.5, n < vec3f(4.5 * VIDEO_BETA));
    }
    case CUBE_ROOT { return numbers * numbers * numbers; }
    default { return numbers; }
  }
}

fn numbers(light: vec3f) -> vec3f {
  let l = abs(light);
  switch encoding {
    case SRGB {
      let curve = 1.055 * pow(l, vec3f(1 / 2.4)) - 0.055;
      return sign(light) * select(curve, 12.92 * l, l <= vec3f(0.0031308));
    }
    case VIDEO {
      let curve = VIDEO_ALPHA * pow(l, vec3f(0.45)) - (VIDEO_ALPHA - 1);
      return sign(light) * select(curve, 4.5 * l, l < vec3f(VIDEO_BETA));
    }
    case CUBE_ROOT { return sign(light) * pow(l, vec3f(1.0 / 3)); }
    default { return light; }
  }
}

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let i = id.y * width + id.x;
  let pixel = before[i];
  // What is not there has no colour.
  let colour = select(vec3f(), pixel.rgb / pixel.a, pixel.a != 0);
  let converted = matrices[2] * numbers(matrices[1] * light(matrices[0] * colour));
  after[i] = vec4f(pixel.a * converted, pixel.a);
}
