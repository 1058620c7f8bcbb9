// Each pixel becomes a sum of some in its row, or in its column, with weights: resizing and blurring
// along one axis.

override width: u32; // of what comes out
override height: u32;
override pitch: u32; // the width of what goes in
override across: bool; // along rows, or else along columns

// The pixels that make one: the first, how many, and where their weights begin.
struct Span {
  first: u32,
  count: u32,
  weights: u32,
}

@group(0) @binding(0) var<storage, read> spans: array<Span>;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> before: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> after: array<vec4f>;

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let span = spans[select(id.y, id.x, across)];
  let step = select(pitch, 1, across);
  var at = select(span.first * pitch + id.x, id.y * pitch + span.first, across);
  var sum = vec4f();
  for (var i = 0u; i < span.count; i++) {
    sum += weights[span.weights + i] * before[at];
    at += step;
  }
  after[id.y * width + id.x] = sum;
}
