//! An axis of a chart.

const MOST_TICKS: f64 = 8.0;

/// What is measured along a side of a chart, and what lies at its ends.
pub struct Axis {
    label: String,
    from: f64,
    to: f64,
    logarithmic: bool,
}

/// A place of an axis that is marked.
pub(crate) struct Tick {
    pub at: f64,
    pub label: String,
}

impl Axis {
    /// An axis along which equal distances are equal differences.
    pub fn new(label: &str, from: f64, to: f64) -> Self {
        // Of no length, where all that is shown is alike.
        let to = if to > from { to } else { from + 1.0 };
        Self { label: label.to_string(), from, to, logarithmic: false }
    }

    /// One along which equal distances are equal ratios, from a decimal power to one.
    pub fn logarithmic(label: &str, from: f64, to: f64) -> Self {
        assert!(from > 0.0, "a logarithm of {from}");
        let from = from.log10().floor();
        let to = to.log10().ceil().max(from + 1.0);
        let label = label.to_string();
        Self { label, from: 10_f64.powf(from), to: 10_f64.powf(to), logarithmic: true }
    }

    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    pub(crate) fn from(&self) -> f64 {
        self.from
    }

    /// Where something lies: 0 is the axis' beginning, 1 its end.
    pub(crate) fn part(&self, at: f64) -> f64 {
        if self.logarithmic {
            let decades = (self.to / self.from).log10();
            (at.max(f64::MIN_POSITIVE) / self.from).log10() / decades
        } else {
            (at - self.from) / (self.to - self.from)
        }
    }

    pub(crate) fn ticks(&self) -> Vec<Tick> {
        if self.logarithmic { self.powers() } else { self.multiples() }
    }

    fn powers(&self) -> Vec<Tick> {
        let (first, last) = (self.from.log10().round() as i32, self.to.log10().round() as i32);
        let of_power = |power: i32| {
            let at = 10_f64.powi(power);
            Tick { at, label: written(at, (-power).max(0)) }
        };
        (first..=last).map(of_power).collect()
    }

    /// Multiples of 1, 2 or 5 of some decimal power.
    fn multiples(&self) -> Vec<Tick> {
        let least = (self.to - self.from) / MOST_TICKS;
        let power = least.log10().floor() as i32;
        let (step, power) = [(1.0, power), (2.0, power), (5.0, power), (1.0, power + 1)]
            .map(|(digit, power)| (digit * 10_f64.powi(power), power))
            .into_iter()
            .find(|(step, _)| *step >= least)
            .unwrap_or((least, power));
        // What is computed for an end may lie just beyond it.
        let within = |at: f64, end: f64| (at / step - end / step).abs() < 1e-6;
        (0..)
            .map(|multiple| ((self.from / step - 1e-6).ceil() + f64::from(multiple)) * step)
            .take_while(|at| *at <= self.to || within(*at, self.to))
            .map(|at| Tick { at, label: written(at, (-power).max(0)) })
            .collect()
    }
}

/// A number with so many decimals, and not as -0.
fn written(number: f64, decimals: i32) -> String {
    format!("{:.*}", decimals as usize, number + 0.0)
}
