// How steep the luminance is at each pixel, by Sobel's operator: the length of its two differences,
// of which either is 1 at a step from 0 to 1 along its axis. Beyond an edge, its pixels go on.

override width: u32;
override height: u32;
override factor: f32;

struct Luminance {
  weights: vec3f,
  white: vec3f,
}

@group(0) @binding(0) var<storage, read> luminance: Luminance;
@group(0) @binding(1) var<storage, read> before: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> after: array<vec4f>;

fn at(x: i32, y: i32) -> f32 {
  let column = u32(clamp(x, 0, i32(width) - 1));
  let row = u32(clamp(y, 0, i32(height) - 1));
  return dot(luminance.weights, before[row * width + column].rgb);
}

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let x = i32(id.x);
  let y = i32(id.y);
  let corners = vec4f(at(x - 1, y - 1), at(x + 1, y - 1), at(x - 1, y + 1), at(x + 1, y + 1));
  let across = corners.y + 2 * at(x + 1, y) + corners.w - corners.x - 2 * at(x - 1, y) - corners.z;
  let down = corners.z + 2 * at(x, y + 1) + corners.w - corners.x - 2 * at(x, y - 1) - corners.y;
  let steepness = factor / 4 * length(vec2f(across, down));
  after[id.y * width + id.x] = vec4f(steepness * luminance.white, 1);
}
