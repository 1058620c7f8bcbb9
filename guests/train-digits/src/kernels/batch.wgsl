// Fetches the digits of a step: a row of inputs for each, and what it is. The order of all digits of
// an epoch is given, and how each is looked at; each step takes the next ones.

override width: u32;
override height: u32;

@group(0) @binding(0) var<storage, read> step: u32;
@group(0) @binding(1) var<storage, read> order: array<u32>;
// Where in the picture a texel of the inputs is: two columns of a matrix, and what is added. The
// middle is 0.
@group(0) @binding(2) var<storage, read> views: array<array<vec2f, 3>>;
// Four texels in each.
@group(0) @binding(3) var<storage, read> images: array<u32>;
@group(0) @binding(4) var<storage, read> names: array<u32>;
@group(0) @binding(5) var<storage, read_write> inputs: array<f32>;
@group(0) @binding(6) var<storage, read_write> labels: array<u32>;

// There is no ink beyond the picture.
fn ink(digit: u32, place: vec2i) -> f32 {
  if any(place < vec2i()) || place.x >= i32(width) || place.y >= i32(height) {
    return 0;
  }
  let texel = (digit * height + u32(place.y)) * width + u32(place.x);
  return unpack4x8unorm(images[texel / 4])[texel % 4];
}

fn ink_between(digit: u32, place: vec2f) -> f32 {
  let least = vec2i(floor(place));
  let part = fract(place);
  let above = mix(ink(digit, least), ink(digit, least + vec2i(1, 0)), part.x);
  let below = mix(ink(digit, least + vec2i(0, 1)), ink(digit, least + vec2i(1, 1)), part.x);
  return mix(above, below, part.y);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let middle = (vec2f(vec2u(width, height)) - 1) / 2;
  for (var i = id.x; i < arrayLength(&inputs); i += 64 * groups.x) {
    let row = i / (width * height);
    let texel = i % (width * height);
    let next = step * arrayLength(&labels) + row;
    let digit = order[next];
    let away = vec2f(vec2u(texel % width, texel / width)) - middle;
    let view = views[next];
    inputs[i] = ink_between(digit, mat2x2f(view[0], view[1]) * away + view[2] + middle);
    if texel == 0 {
      labels[row] = names[digit];
    }
  }
}
