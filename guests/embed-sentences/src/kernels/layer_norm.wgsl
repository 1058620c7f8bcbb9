// Adds two matrices, and brings each row of the sum to mean 0 and variance 1 before it is scaled and
// moved. A workgroup does a row.

override columns: u32;
// Keeps rows of equal numbers from a division by 0.
override epsilon: f32;

@group(0) @binding(0) var<storage, read> left: array<f32>;
@group(0) @binding(1) var<storage, read> right: array<f32>;
@group(0) @binding(2) var<storage, read> scale: array<f32>;
@group(0) @binding(3) var<storage, read> bias: array<f32>;
@group(0) @binding(4) var<storage, read_write> normal: array<f32>;

const COUNT = 64u;

var<workgroup> sums: array<f32, COUNT>;

// The sum of a number of each invocation.
fn total(local: u32, number: f32) -> f32 {
  workgroupBarrier();
  sums[local] = number;
  for (var half = COUNT / 2; half > 0; half /= 2) {
    workgroupBarrier();
    if local < half {
      sums[local] += sums[local + half];
    }
  }
  workgroupBarrier();
  return sums[0];
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  let begin = group.x * columns;
  var sum = 0.0;
  for (var i = local; i < columns; i += COUNT) {
    sum += left[begin + i] + right[begin + i];
  }
  let mean = total(local, sum) / f32(columns);
  var squares = 0.0;
  for (var i = local; i < columns; i += COUNT) {
    let away = left[begin + i] + right[begin + i] - mean;
    squares += away * away;
  }
  let rate = inverseSqrt(total(local, squares) / f32(columns) + epsilon);
  for (var i = local; i < columns; i += COUNT) {
    let away = left[begin + i] + right[begin + i] - mean;
    normal[begin + i] = away * rate * scale[i] + bias[i];
  }
}
