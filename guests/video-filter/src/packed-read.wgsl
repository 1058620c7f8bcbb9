// Pixels of three or four bytes become those of filters: opacity multiplies colour.

override width: u32;
override height: u32;
override channels: u32;

@group(0) @binding(0) var<storage, read> samples: array<u32>;
@group(0) @binding(1) var<storage, read_write> image: array<vec4f>;

fn sample(i: u32) -> f32 {
  return f32((samples[i / 4] >> (8 * (i % 4))) & 0xff) / 255;
}

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let i = id.y * width + id.x;
  let first = channels * i;
  let colour = vec3f(sample(first), sample(first + 1), sample(first + 2));
  var opacity = 1.0;
  if channels == 4 {
    opacity = sample(first + 3);
  }
  image[i] = vec4f(opacity * colour, opacity);
}
