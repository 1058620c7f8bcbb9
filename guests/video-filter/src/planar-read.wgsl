// Planes of luma and chroma as streams have them become an image of Y'CbCr. Between the places of
// chroma there is some of each of those around.

override width: u32; // of luma
override height: u32;
override across: u32; // how many pixels along a row share a sample of chroma: 1 or 2
override down: u32;
override left: bool; // which is where the left of them is, or else in their middle
override top: bool;
override deep: bool; // samples have two bytes each
override luma_black: f32;
override luma_range: f32;
override chroma_zero: f32;
override chroma_range: f32;

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
  let size = (vec2u(width, height) + vec2u(across, down) - 1) / vec2u(across, down);
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
  let red = blue + ((width + across - 1) / across) * ((height + down - 1) / down);
  let luma = (sample(i) - luma_black) / luma_range;
  image[i] = vec4f(luma, chroma(blue, id.xy), chroma(red, id.xy), 1);
}
