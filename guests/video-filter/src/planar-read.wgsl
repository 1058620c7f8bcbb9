// Planes of luma and chroma as streams have them become an image of Y'CbCr. Between the places of
// chroma there is some of each of those around. After planar.wgsl.

@group(0) @binding(0) var<storage, read> samples: array<u32>;
@group(0) @binding(1) var<storage, read_write> image: array<vec4f>;

fn sample(i: u32) -> f32 {
  if deep {
    return f32((samples[i / 2] >> (16 * (i % 2))) & 0xffff);
  }
  return f32((samples[i / 4] >> (8 * (i % 4))) & 0xff);
}

// Where a pixel is among the samples of chroma.
fn place(pixel: u32, sharing: u32, at_first: bool) -> f32 {
  return select((f32(pixel) - 0.5) / 2, f32(pixel) / f32(sharing), sharing == 1 || at_first);
}

fn chroma(begin: u32, pixel: vec2u) -> f32 {
  let size = chroma_size();
  let at = vec2f(place(pixel.x, across, left), place(pixel.y, down, top));
  let last = vec2i(size) - 1;
  let first = vec2i(floor(at));
  let low = vec2u(clamp(first, vec2i(), last));
  let high = vec2u(clamp(first + 1, vec2i(), last));
  let part = at - floor(at);
  let above = mix(sample(begin + low.y * size.x + low.x), sample(begin + low.y * size.x + high.x), part.x);
  let below = mix(sample(begin + high.y * size.x + low.x), sample(begin + high.y * size.x + high.x), part.x);
  return (mix(above, below, part.y) - chroma_zero) / chroma_range;
}

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let i = id.y * width + id.x;
  let blue = width * height;
  let size = chroma_size();
  let red = blue + size.x * size.y;
  let luma = (sample(i) - luma_black) / luma_range;
  image[i] = vec4f(luma, chroma(blue, id.xy), chroma(red, id.xy), 1);
}
