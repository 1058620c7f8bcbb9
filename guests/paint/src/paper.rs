//! What is painted on.

/// 0x00RRGGBB: red, green and blue from the higher bits to the lower.
pub type Colour = u32;

pub const WHITE: Colour = 0x00ff_ffff;

/// A picture that grows with its surface and never shrinks, so that nothing of it is lost.
pub struct Paper {
    width: u32,
    height: u32,
    pixels: Vec<Colour>,
}

/// Pixels from `left` to before `right`, and from `top` to before `bottom`.
#[derive(Clone, Copy)]
pub struct Area {
    pub left: u32,
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
}

/// A copy of a part of the paper.
pub struct Patch {
    area: Area,
    pixels: Vec<Colour>,
}

impl Patch {
    /// How many pixels it has.
    pub fn len(&self) -> usize {
        self.pixels.len()
    }
}

impl Paper {
    pub fn new([width, height]: [u32; 2]) -> Self {
        Self {
            width,
            height,
            pixels: vec![WHITE; width as usize * height as usize],
        }
    }

    /// Grows to so much at least.
    pub fn cover(&mut self, [width, height]: [u32; 2]) {
        if width > self.width || height > self.height {
            let larger = Self::new([width.max(self.width), height.max(self.height)]);
            let smaller = std::mem::replace(self, larger);
            let patch = smaller.copy(smaller.all());
            self.put(&patch);
        }
    }

    pub fn all(&self) -> Area {
        Area {
            left: 0,
            top: 0,
            right: self.width,
            bottom: self.height,
        }
    }

    pub fn fill(&mut self, colour: Colour) {
        self.pixels.fill(colour);
    }

    /// The part of a row that is in an area.
    pub fn row(&self, y: u32, area: Area) -> &[Colour] {
        let begin = self.place(area.left, y);
        &self.pixels[begin..begin + (area.right - area.left) as usize]
    }

    pub fn row_mut(&mut self, y: u32, area: Area) -> &mut [Colour] {
        let begin = self.place(area.left, y);
        &mut self.pixels[begin..begin + (area.right - area.left) as usize]
    }

    pub fn copy(&self, area: Area) -> Patch {
        let rows = (area.top..area.bottom).flat_map(|y| self.row(y, area));
        Patch {
            area,
            pixels: rows.copied().collect(),
        }
    }

    /// Puts a copy where it comes from.
    pub fn put(&mut self, patch: &Patch) {
        let area = patch.area;
        let width = (area.right - area.left) as usize;
        for (y, row) in (area.top..).zip(patch.pixels.chunks_exact(width)) {
            self.row_mut(y, area).copy_from_slice(row);
        }
    }

    fn place(&self, x: u32, y: u32) -> usize {
        y as usize * self.width as usize + x as usize
    }
}
