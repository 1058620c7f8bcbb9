@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  // The last workgroup may reach past the end.
  if id.x < arrayLength(&numbers) {
    numbers[id.x] *= numbers[id.x];
  }
}
