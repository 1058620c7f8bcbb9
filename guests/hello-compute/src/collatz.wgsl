// Replaces each number by the steps it takes to reach 1 when an even number is halved and an odd
// one becomes three times itself plus one.

@group(0) @binding(0)
var<storage, read_write> numbers: array<u32>;

fn collatz_steps(start: u32) -> u32 {
  var number = start;
  var steps = 0u;
  while number > 1u {
    if number % 2u == 0u {
      number = number / 2u;
    } else {
      number = 3u * number + 1u;
    }
    steps++;
  }
  return steps;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  // The last workgroup may reach past the end.
  if id.x < arrayLength(&numbers) {
    numbers[id.x] = collatz_steps(numbers[id.x]);
  }
}
