//! Colour spaces, and ways between them.

use anyhow::{Result, anyhow};

/// Rows of numbers, by which columns of three are multiplied.
pub type Matrix = [[f64; 3]; 3];

const IDENTITY: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// What the three numbers of a colour mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Light, of the primaries of sRGB
    Linear,
    Srgb,
    DisplayP3,
    Rec709,
    Rec2020,
    Oklab,
    Ycbcr601,
    Ycbcr709,
    Ycbcr2020,
}

/// How light becomes a number, each primary by itself. In the order of `convert.wgsl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transfer {
    Linear,
    /// IEC 61966-2-1
    Srgb,
    /// ITU-R BT.709 and, with more digits, BT.2020
    Video,
    CubeRoot,
}

/// How a colour in light of sRGB's primaries becomes one of a space: two matrices, and between them a
/// function of each number.
struct Coding {
    primaries: Matrix,
    transfer: Transfer,
    after: Matrix,
}

/// Chromaticities x and y of red, green and blue. The white of all is D65.
type Primaries = [[f64; 2]; 3];

const SRGB: Primaries = [[0.64, 0.33], [0.30, 0.60], [0.15, 0.06]];
const P3: Primaries = [[0.680, 0.320], [0.265, 0.690], [0.150, 0.060]];
const REC2020: Primaries = [[0.708, 0.292], [0.170, 0.797], [0.131, 0.046]];
const D65: [f64; 2] = [0.3127, 0.3290];

// B. Ottosson, "A perceptual color space for image processing", 2020.
const CONES: Matrix = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
];
const OKLAB: Matrix = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
];

/// What part red and blue have in the luma of video.
const LUMA_601: [f64; 2] = [0.299, 0.114];
const LUMA_709: [f64; 2] = [0.2126, 0.0722];
const LUMA_2020: [f64; 2] = [0.2627, 0.0593];

const NAMES: [(&str, Space); 9] = [
    ("linear", Space::Linear),
    ("srgb", Space::Srgb),
    ("display-p3", Space::DisplayP3),
    ("rec709", Space::Rec709),
    ("rec2020", Space::Rec2020),
    ("oklab", Space::Oklab),
    ("ycbcr601", Space::Ycbcr601),
    ("ycbcr709", Space::Ycbcr709),
    ("ycbcr2020", Space::Ycbcr2020),
];

impl Space {
    pub fn parse(name: &str) -> Result<Self> {
        let names = NAMES.map(|(name, _)| name).join(", ");
        NAMES
            .iter()
            .find_map(|(known, space)| (*known == name).then_some(*space))
            .ok_or_else(|| anyhow!("there is no colour space \"{name}\"; there are {names}"))
    }

    fn coding(self) -> Coding {
        use Transfer::{CubeRoot, Linear, Srgb, Video};
        let wide = || between(&SRGB, &REC2020);
        let (primaries, transfer, after) = match self {
            Space::Linear => (IDENTITY, Linear, IDENTITY),
            Space::Srgb => (IDENTITY, Srgb, IDENTITY),
            Space::DisplayP3 => (between(&SRGB, &P3), Srgb, IDENTITY),
            Space::Rec709 => (IDENTITY, Video, IDENTITY),
            Space::Rec2020 => (wide(), Video, IDENTITY),
            Space::Oklab => (CONES, CubeRoot, OKLAB),
            Space::Ycbcr601 => (IDENTITY, Video, ycbcr(LUMA_601)),
            Space::Ycbcr709 => (IDENTITY, Video, ycbcr(LUMA_709)),
            Space::Ycbcr2020 => (wide(), Video, ycbcr(LUMA_2020)),
        };
        Coding {
            primaries,
            transfer,
            after,
        }
    }

    /// How much each number has to do with how bright a colour is.
    pub fn luminance(self) -> [f64; 3] {
        match self {
            Space::Oklab | Space::Ycbcr601 | Space::Ycbcr709 | Space::Ycbcr2020 => [1.0, 0.0, 0.0],
            Space::DisplayP3 => to_xyz(&P3)[1],
            Space::Rec2020 => to_xyz(&REC2020)[1],
            Space::Linear | Space::Srgb | Space::Rec709 => to_xyz(&SRGB)[1],
        }
    }

    /// The grey of 1.
    pub fn white(self) -> [f64; 3] {
        match self {
            Space::Oklab | Space::Ycbcr601 | Space::Ycbcr709 | Space::Ycbcr2020 => [1.0, 0.0, 0.0],
            _ => [1.0; 3],
        }
    }
}

/// A way from one space to another.
pub struct Conversion {
    pub matrices: [Matrix; 3],
    pub decoding: Transfer,
    pub encoding: Transfer,
}

impl Conversion {
    pub fn new(from: Space, to: Space) -> Self {
        Self::through(from, to, &IDENTITY)
    }

    /// To luminance, of which there is as much in red, green and blue.
    pub fn to_grey(from: Space) -> Self {
        Self::through(from, Space::Linear, &[Space::Linear.luminance(); 3])
    }

    /// What light, in sRGB's primaries, is multiplied by on the way.
    fn through(from: Space, to: Space, light: &Matrix) -> Self {
        let (from, to) = (from.coding(), to.coding());
        let decoded = product(light, &inverse(&from.primaries));
        Self {
            matrices: [
                inverse(&from.after),
                product(&to.primaries, &decoded),
                to.after,
            ],
            decoding: from.transfer,
            encoding: to.transfer,
        }
    }
}

/// To luma and the differences of blue and red from it, from -0.5 to 0.5.
fn ycbcr([red, blue]: [f64; 2]) -> Matrix {
    let luma = [red, 1.0 - red - blue, blue];
    let difference = |primary: usize| {
        let scale = 0.5 / (1.0 - luma[primary]);
        std::array::from_fn(|i| scale * (IDENTITY[primary][i] - luma[i]))
    };
    [luma, difference(2), difference(0)]
}

fn between(from: &Primaries, to: &Primaries) -> Matrix {
    product(&inverse(&to_xyz(to)), &to_xyz(from))
}

/// To CIE XYZ, where white has Y = 1.
fn to_xyz(primaries: &Primaries) -> Matrix {
    let xyz = |[x, y]: [f64; 2]| [x / y, 1.0, (1.0 - x - y) / y];
    let columns = primaries.map(xyz);
    let of_unit: Matrix = std::array::from_fn(|row| columns.map(|column| column[row]));
    let white = xyz(D65);
    let scale = inverse(&of_unit).map(|row| (0..3).map(|i| row[i] * white[i]).sum::<f64>());
    of_unit.map(|row| std::array::from_fn(|i| row[i] * scale[i]))
}

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    a.map(|row| std::array::from_fn(|column| (0..3).map(|i| row[i] * b[i][column]).sum()))
}

fn inverse(matrix: &Matrix) -> Matrix {
    // Of rows and columns after these, and round from the last to the first: their sign is included.
    let minor = |row: usize, column: usize| {
        let at = |down: usize, right: usize| matrix[(row + down) % 3][(column + right) % 3];
        at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1)
    };
    let determinant: f64 = (0..3).map(|i| matrix[0][i] * minor(0, i)).sum();
    std::array::from_fn(|row| std::array::from_fn(|column| minor(column, row) / determinant))
}
