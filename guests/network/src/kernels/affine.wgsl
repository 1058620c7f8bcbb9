// To each row of a product the same is added, and a function applied to each number.

// 0: none, 1: the rectifier, 2: Gauss' error linear unit.
override activation: u32 = 0;

@group(0) @binding(3) var<storage, read> bias: array<f32>;

// The error function, to 1.5e-7: formula 7.1.26 of M. Abramowitz and I. Stegun, "Handbook of
// mathematical functions".
fn erf(x: f32) -> f32 {
  let t = 1 / (1 + 0.3275911 * abs(x));
  let series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return sign(x) * (1 - series * exp(-x * x));
}

fn finished(sum: f32, row: u32, column: u32) -> f32 {
  let x = sum + bias[column];
  switch activation {
    case 1: {
      return max(x, 0);
    }
    case 2: {
      return 0.5 * x * (1 + erf(x * 0.70710678));
    }
    default: {
      return x;
    }
  }
}
