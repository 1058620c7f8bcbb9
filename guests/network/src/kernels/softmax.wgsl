// Makes probabilities of each row of a matrix: exponentials, whose sum is 1.

override columns: u32;

@group(0) @binding(0) var<storage, read> scores: array<f32>;
@group(0) @binding(1) var<storage, read_write> probabilities: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let begin = id.x * columns;
  let end = begin + columns;
  if end > arrayLength(&scores) {
    return;
  }
  // Exponentials of differences from the most do not overflow.
  var most = scores[begin];
  for (var i = begin; i < end; i++) {
    most = max(most, scores[i]);
  }
  var sum = 0.0;
  for (var i = begin; i < end; i++) {
    sum += exp(scores[i] - most);
  }
  for (var i = begin; i < end; i++) {
    probabilities[i] = exp(scores[i] - most) / sum;
  }
}
