//! Vectors of three numbers.

pub type Vector = [f64; 3];

pub fn plus(a: Vector, b: Vector) -> Vector {
    std::array::from_fn(|axis| a[axis] + b[axis])
}

pub fn minus(a: Vector, b: Vector) -> Vector {
    std::array::from_fn(|axis| a[axis] - b[axis])
}

pub fn times(a: Vector, scale: f64) -> Vector {
    a.map(|part| scale * part)
}

pub fn dot(a: Vector, b: Vector) -> f64 {
    (0..3).map(|axis| a[axis] * b[axis]).sum()
}

pub fn cross(a: Vector, b: Vector) -> Vector {
    std::array::from_fn(|axis| {
        let (next, last) = ((axis + 1) % 3, (axis + 2) % 3);
        a[next] * b[last] - a[last] * b[next]
    })
}

pub fn unit(a: Vector) -> Vector {
    times(a, 1.0 / dot(a, a).sqrt())
}
