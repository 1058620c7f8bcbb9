// Pixels as files have them, four samples each, become those of filters: opacity multiplies colour.

override width: u32;
override height: u32;
override bits: u32; // of a sample

@group(0) @binding(0) var<storage, read> samples: array<u32>;
@group(0) @binding(1) var<storage, read_write> image: array<vec4f>;

fn pixel(i: u32) -> vec4f {
  switch bits {
    case 8 { return unpack4x8unorm(samples[i]); }
    case 16 { return vec4f(unpack2x16unorm(samples[2 * i]), unpack2x16unorm(samples[2 * i + 1])); }
    default {
      let j = 4 * i;
      return bitcast<vec4f>(vec4u(samples[j], samples[j + 1], samples[j + 2], samples[j + 3]));
    }
  }
}

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let i = id.y * width + id.x;
  let straight = pixel(i);
  image[i] = vec4f(straight.a * straight.rgb, straight.a);
}
