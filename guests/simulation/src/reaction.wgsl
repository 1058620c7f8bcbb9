// One step of reaction and diffusion. The first number of a cell is how much is there of the chemical
// that is fed, the second of the one that it becomes. The grid has no edges: what leaves on one side
// comes in on the other.

override width: u32;
override height: u32;
override feed: f32;
override kill: f32;

const SPREAD = vec2f(1, 0.5);

@group(0) @binding(0) var<storage, read> before: array<vec2f>;
@group(0) @binding(1) var<storage, read_write> after: array<vec2f>;

fn cell(column: u32, row: u32) -> vec2f {
  return before[row % height * width + column % width];
}

// How much more there is around a cell than in it.
fn laplacian(x: u32, y: u32) -> vec2f {
  let left = x + width - 1;
  let right = x + 1;
  let above = y + height - 1;
  let below = y + 1;
  let sides = cell(left, y) + cell(right, y) + cell(x, above) + cell(x, below);
  let corners = cell(left, above) + cell(right, above) + cell(left, below) + cell(right, below);
  return 0.2 * sides + 0.05 * corners - cell(x, y);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let now = cell(id.x, id.y);
  let reaction = now.x * now.y * now.y;
  let change = SPREAD * laplacian(id.x, id.y)
    + vec2f(feed * (1 - now.x) - reaction, reaction - (feed + kill) * now.y);
  after[id.y * width + id.x] = now + change;
}
