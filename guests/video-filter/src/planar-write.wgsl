// An image of Y'CbCr becomes planes as streams have them. Each invocation makes the samples of one
// word. After planar.wgsl.

override most: f32; // that a sample can be
override row: u32; // invocations along the dispatch's first axis

@group(0) @binding(0) var<storage, read> image: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> samples: array<u32>;

fn pixel(x: i32, y: i32) -> vec3f {
  let column = u32(clamp(x, 0, i32(width) - 1));
  let row = u32(clamp(y, 0, i32(height) - 1));
  return image[row * width + column].rgb;
}

// How much a pixel has in a sample of chroma, by how far it is from the first that has some.
fn weight(distance: i32, sharing: u32, at_first: bool) -> f32 {
  if sharing == 1 {
    return select(0.0, 1.0, distance == 1);
  }
  if at_first {
    return select(0.25, 0.5, distance == 1);
  }
  return select(0.0, 0.5, distance > 0);
}

fn chroma(x: u32, y: u32) -> vec2f {
  var sum = vec2f();
  for (var j = 0; j < 3; j++) {
    for (var i = 0; i < 3; i++) {
      let part = weight(i, across, left) * weight(j, down, top);
      if part > 0 {
        sum += part * pixel(i32(x * across) + i - 1, i32(y * down) + j - 1).yz;
      }
    }
  }
  return sum;
}

fn sample(i: u32) -> u32 {
  let size = chroma_size();
  let lumas = width * height;
  let chromas = size.x * size.y;
  var value: f32;
  if i < lumas {
    value = luma_black + luma_range * image[i].x;
  } else {
    let j = i - lumas;
    let place = j % chromas;
    let both = chroma(place % size.x, place / size.x);
    value = chroma_zero + chroma_range * select(both.x, both.y, j >= chromas);
  }
  return u32(clamp(round(value), 0, most));
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.y * row + id.x;
  if i >= arrayLength(&samples) {
    return;
  }
  // What is beyond the last sample is not read by anybody.
  let bits = select(8u, 16u, deep);
  let count = 32 / bits;
  var word = 0u;
  for (var j = 0u; j < count; j++) {
    word |= sample(count * i + j) << (bits * j);
  }
  samples[i] = word;
}
