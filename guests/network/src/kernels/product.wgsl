// The product of two matrices, which lie in their buffers row by row, as they are or transposed. What
// becomes of each number of it, another file says: finished().
//
// A workgroup computes a tile of 64 x 64 numbers, and each of its invocations 8 x 8 of those. It goes
// along the rows of the left matrix and the columns of the right one by 16 numbers at a time, which
// the invocations fetch together.

// The columns of the left matrix, which are the rows of the right one.
override inner: u32;
// Those of the right matrix and of the product.
override columns: u32;
override left_transposed = false;
override right_transposed = false;

@group(0) @binding(0) var<storage, read> left: array<f32>;
@group(0) @binding(1) var<storage, read> right: array<f32>;
@group(0) @binding(2) var<storage, read_write> product: array<f32>;

const TILE = 64u;
const DEPTH = 16u;
const SIDE = 8u;
// Fours of numbers along a side of a tile, and one more, so that what is fetched together lies in
// different banks.
const STRIDE = TILE / 4 + 1;

// By depth, four rows or columns in each.
var<workgroup> left_part: array<vec4f, DEPTH * STRIDE>;
var<workgroup> right_part: array<vec4f, DEPTH * STRIDE>;

fn left_at(rows: u32, row: u32, depth: u32) -> f32 {
  let at = select(row * inner + depth, depth * rows + row, left_transposed);
  return select(0, left[at], row < rows && depth < inner);
}

fn right_at(depth: u32, column: u32) -> f32 {
  let at = select(depth * columns + column, column * inner + depth, right_transposed);
  return select(0, right[at], depth < inner && column < columns);
}

// The products of each number of a column with each of a row, row by row.
fn outer(column: vec4f, row: vec4f) -> mat4x4f {
  return mat4x4f(column.x * row, column.y * row, column.z * row, column.w * row);
}

// Keeps 4 x 4 numbers of the product.
fn keep(rows: u32, place: vec2u, sums: mat4x4f) {
  for (var y = 0u; y < 4; y++) {
    for (var x = 0u; x < 4; x++) {
      let row = place.y + y;
      let column = place.x + x;
      if row < rows && column < columns {
        product[row * columns + column] = finished(sums[y][x], row, column);
      }
    }
  }
}

@compute @workgroup_size(8, 8)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) id: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let rows = arrayLength(&product) / columns;
  let tile = group.xy * TILE;
  var upper_left: mat4x4f;
  var upper_right: mat4x4f;
  var lower_left: mat4x4f;
  var lower_right: mat4x4f;
  for (var depth = 0u; depth < inner; depth += DEPTH) {
    for (var i = local; i < DEPTH * TILE / 4; i += SIDE * SIDE) {
      // Which depth, and which four rows and columns, such that neighbours fetch what is adjacent.
      let near = vec2u(i % DEPTH, i / DEPTH);
      let far = vec2u(i / (TILE / 4), i % (TILE / 4));
      let l = select(near, far, left_transposed);
      let row = tile.y + 4 * l.y;
      let k = depth + l.x;
      left_part[l.x * STRIDE + l.y] =
        vec4f(left_at(rows, row, k), left_at(rows, row + 1, k), left_at(rows, row + 2, k), left_at(rows, row + 3, k));
      let r = select(far, near, right_transposed);
      let column = tile.x + 4 * r.y;
      let m = depth + r.x;
      right_part[r.x * STRIDE + r.y] =
        vec4f(right_at(m, column), right_at(m, column + 1), right_at(m, column + 2), right_at(m, column + 3));
    }
    workgroupBarrier();
    for (var k = 0u; k < DEPTH; k++) {
      let l = k * STRIDE + 2 * id.y;
      let r = k * STRIDE + 2 * id.x;
      let above = left_part[l];
      let below = left_part[l + 1];
      let across = right_part[r];
      let beside = right_part[r + 1];
      upper_left += outer(above, across);
      upper_right += outer(above, beside);
      lower_left += outer(below, across);
      lower_right += outer(below, beside);
    }
    workgroupBarrier();
  }
  let place = tile + 8 * id.xy;
  keep(rows, place, upper_left);
  keep(rows, place + vec2u(4, 0), upper_right);
  keep(rows, place + vec2u(0, 4), lower_left);
  keep(rows, place + vec2u(4, 4), lower_right);
}
