// How planes of luma and chroma are: what is before the code that reads them, or writes them.

override width: u32; // of luma
override height: u32;
override across: u32; // how many pixels along a row share a sample of chroma: 1 or 2
override down: u32;
override left: bool; // which is where the left of them is, or else in their middle
override top: bool;
override deep: bool; // samples have two bytes each
override luma_black: f32;
override luma_range: f32;
override chroma_zero: f32;
override chroma_range: f32;

// How many samples of chroma there are.
fn chroma_size() -> vec2u {
  return (vec2u(width, height) + vec2u(across, down) - 1) / vec2u(across, down);
}
