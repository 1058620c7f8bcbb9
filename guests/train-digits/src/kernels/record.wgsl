// Notes the mean loss of a step, which is over then.

@group(0) @binding(0) var<storage, read_write> step: u32;
@group(0) @binding(1) var<storage, read> losses: array<f32>;
@group(0) @binding(2) var<storage, read_write> curve: array<f32>;

const COUNT = 64u;

var<workgroup> sums: array<f32, COUNT>;

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) local: u32) {
  var sum = 0.0;
  for (var i = local; i < arrayLength(&losses); i += COUNT) {
    sum += losses[i];
  }
  sums[local] = sum;
  for (var half = COUNT / 2; half > 0; half /= 2) {
    workgroupBarrier();
    if local < half {
      sums[local] += sums[local + half];
    }
  }
  if local == 0 {
    curve[step] = sums[0] / f32(arrayLength(&losses));
    step++;
  }
}
