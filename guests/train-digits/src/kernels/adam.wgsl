// Changes parameters by their derivatives, as Adam does (D. Kingma and J. Ba, "Adam: a method for
// stochastic optimization", 2015): the order of computation that is given at the end of its section 2.

// What of the moments stays for the next step.
const FIRST_KEPT = 0.9;
const SECOND_KEPT = 0.999;
const LEAST = 1e-8;

@group(0) @binding(0) var<storage, read> step: u32;
// How far each step of the epoch goes, with what makes up for moments that began as 0.
@group(0) @binding(1) var<storage, read> rates: array<f32>;
@group(0) @binding(2) var<storage, read> derivatives: array<f32>;
@group(0) @binding(3) var<storage, read_write> first: array<f32>;
@group(0) @binding(4) var<storage, read_write> second: array<f32>;
@group(0) @binding(5) var<storage, read_write> parameters: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var i = id.x; i < arrayLength(&parameters); i += 64 * groups.x) {
    let derivative = derivatives[i];
    let mean = mix(derivative, first[i], FIRST_KEPT);
    let square = mix(derivative * derivative, second[i], SECOND_KEPT);
    first[i] = mean;
    second[i] = square;
    parameters[i] -= rates[step] * mean / (sqrt(square) + LEAST);
  }
}
