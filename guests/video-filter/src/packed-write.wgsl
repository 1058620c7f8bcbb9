// Pixels of filters become those of three or four bytes. Each invocation makes four bytes.

override width: u32;
override height: u32;
override channels: u32;
override row: u32; // invocations along the dispatch's first axis

@group(0) @binding(0) var<storage, read> image: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> samples: array<u32>;

fn sample(i: u32) -> f32 {
  let place = i / channels;
  // What is beyond the last pixel is not read by anybody.
  let pixel = image[min(place, width * height - 1)];
  let channel = i - channels * place;
  if channel == 3 {
    return pixel.a;
  }
  // Without opacity the image lies on black.
  let opacity = select(1.0, pixel.a, channels == 4);
  return select(0.0, pixel[channel] / opacity, opacity != 0);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.y * row + id.x;
  if i >= arrayLength(&samples) {
    return;
  }
  let j = 4 * i;
  samples[i] = pack4x8unorm(vec4f(sample(j), sample(j + 1), sample(j + 2), sample(j + 3)));
}
