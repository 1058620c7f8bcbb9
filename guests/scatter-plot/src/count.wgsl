// Counts the points in each cell of a grid.

override width: u32;
override height: u32;

struct Batch {
  first: u32,
  count: u32,
  row: u32, // invocations along the dispatch's first axis
}

struct Grid {
  low: vec2f, // its corner
  scale: vec2f, // cells for a distance of 1
}

@group(0) @binding(0) var<storage, read> batch: Batch;
@group(0) @binding(1) var<storage, read> grid: Grid;
@group(0) @binding(2) var<storage, read> points: array<vec2f>;
@group(0) @binding(3) var<storage, read_write> counts: array<atomic<u32>>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.y * batch.row + id.x;
  if i >= batch.count {
    return;
  }
  let cell = (points[i] - grid.low) * grid.scale;
  let size = vec2f(vec2u(width, height));
  // What is no number is not within either.
  if all(cell >= vec2f()) && all(cell < size) {
    let at = vec2u(cell);
    atomicAdd(&counts[at.y * width + at.x], 1);
  }
}
