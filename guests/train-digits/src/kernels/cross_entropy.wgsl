// How wrong a network is about each digit: the negative logarithm of the probability that it gives to
// what the digit is. And the derivatives of the mean of that by the network's scores.

override classes: u32;

@group(0) @binding(0) var<storage, read> scores: array<f32>;
@group(0) @binding(1) var<storage, read> labels: array<u32>;
@group(0) @binding(2) var<storage, read_write> losses: array<f32>;
@group(0) @binding(3) var<storage, read_write> derivatives: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let rows = arrayLength(&labels);
  if id.x >= rows {
    return;
  }
  let begin = id.x * classes;
  // Exponentials of differences from the most do not overflow.
  var most = scores[begin];
  for (var i = 0u; i < classes; i++) {
    most = max(most, scores[begin + i]);
  }
  var sum = 0.0;
  for (var i = 0u; i < classes; i++) {
    sum += exp(scores[begin + i] - most);
  }
  let label = labels[id.x];
  losses[id.x] = log(sum) + most - scores[begin + label];
  for (var i = 0u; i < classes; i++) {
    let probability = exp(scores[begin + i] - most) / sum;
    derivatives[begin + i] = (probability - f32(i == label)) / f32(rows);
  }
}
