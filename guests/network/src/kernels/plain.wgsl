// A product stays as it is.

fn finished(sum: f32, row: u32, column: u32) -> f32 {
  return sum;
}
