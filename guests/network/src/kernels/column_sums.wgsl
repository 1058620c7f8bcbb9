// The sum of each column of a matrix.

override columns: u32;

@group(0) @binding(0) var<storage, read> matrix: array<f32>;
@group(0) @binding(1) var<storage, read_write> sums: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= columns {
    return;
  }
  var sum = 0.0;
  for (var i = id.x; i < arrayLength(&matrix); i += columns) {
    sum += matrix[i];
  }
  sums[id.x] = sum;
}
