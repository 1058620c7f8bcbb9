//! The numbers of a step, read one after the other.

/// Stands for `none`.
pub const NONE: u64 = u64::MAX;

#[derive(Clone)]
pub struct Numbers<'a>(std::slice::Iter<'a, u64>);

impl<'a> Numbers<'a> {
    pub fn of(numbers: &'a [u64]) -> Self {
        Numbers(numbers.iter())
    }

    pub fn u64(&mut self) -> u64 {
        *self.0.next().expect("the host gives every number")
    }

    pub fn u32(&mut self) -> u32 {
        self.u64() as u32
    }

    pub fn slot(&mut self) -> usize {
        self.u64() as usize
    }

    pub fn bool(&mut self) -> bool {
        self.u64() != 0
    }

    /// A number by the bits of its `f64`.
    pub fn f64(&mut self) -> f64 {
        f64::from_bits(self.u64())
    }

    pub fn f32(&mut self) -> f32 {
        self.f64() as f32
    }

    pub fn option<T>(&mut self, of: impl FnOnce(u64) -> T) -> Option<T> {
        let number = self.u64();
        (number != NONE).then(|| of(number))
    }

    pub fn option_u64(&mut self) -> Option<u64> {
        self.option(|number| number)
    }

    pub fn option_u32(&mut self) -> Option<u32> {
        self.option(|number| number as u32)
    }

    pub fn option_slot(&mut self) -> Option<usize> {
        self.option(|number| number as usize)
    }

    pub fn option_bool(&mut self) -> Option<bool> {
        self.option(|number| number != 0)
    }

    /// A list, whose length comes first.
    pub fn list<T>(&mut self, mut of: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let length = self.u64();
        (0..length).map(|_| of(self)).collect()
    }
}

/// A case of an enum by its number.
macro_rules! case {
    ($enum:ident, $number:expr) => {{
        // Each enum has less than 256 cases, and the host gives numbers of its own of the same one.
        let number = $number as u8;
        unsafe { $enum::_lift(number) }
    }};
}
pub(crate) use case;
