// Paints one material over a square; its number is that of the instance. Each but the leaf goes on
// at the other side where it ends.

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) at: vec2f,
  @location(1) @interpolate(flat) material: u32,
}

@vertex
fn corner(@builtin(vertex_index) vertex: u32, @builtin(instance_index) material: u32) -> Corner {
  let at = vec2f(f32(vertex & 1), f32(vertex >> 1)) * 2;
  return Corner(vec4f(at.x * 2 - 1, 1 - at.y * 2, 0, 1), at, material);
}

@fragment
fn colour(corner: Corner) -> @location(0) vec4f {
  switch corner.material {
    case 1: { return vec4f(tiles(corner.at), 1); }
    case 2: { return vec4f(leaf(corner.at.x * 2 - 1, corner.at.y), 1); }
    case 3: { return vec4f(wood(corner.at), 1); }
    case 4: { return vec4f(marble(corner.at), 1); }
    default: { return vec4f(1); }
  }
}

// A number from 0 to 1 for a cell, the same on every GPU.
fn random(cell: vec2u) -> f32 {
  var bits = (cell.x * 0x9e3779b1) ^ (cell.y * 0x85ebca77 + 0x27d4eb2f);
  bits = (bits ^ (bits >> 15)) * 0x2c1b3c6d;
  bits = (bits ^ (bits >> 12)) * 0x297a2d39;
  return f32(bits >> 8) / 16777216;
}

// Smooth from cell to cell, of which there are so many in each direction.
fn noise(at: vec2f, cells: u32) -> f32 {
  let scaled = fract(at) * f32(cells);
  let cell = vec2u(scaled);
  let next = (cell + 1) % cells;
  let between = smoothstep(vec2f(0), vec2f(1), fract(scaled));
  return mix(
    mix(random(cell), random(vec2u(next.x, cell.y)), between.x),
    mix(random(vec2u(cell.x, next.y)), random(next), between.x),
    between.y);
}

// The same in finer and finer grain.
fn clouds(at: vec2f, cells: u32) -> f32 {
  return (noise(at, cells) * 8 + noise(at, cells * 2) * 4 + noise(at, cells * 4) * 2
    + noise(at, cells * 8)) / 15;
}

fn tiles(at: vec2f) -> vec3f {
  let cell = vec2u(at * 4);
  let within = fract(at * 4);
  let to_edge = min(min(within.x, 1 - within.x), min(within.y, 1 - within.y));
  let is_light = ((cell.x + cell.y) & 1) == 0;
  let stone = select(vec3f(0.11, 0.17, 0.18), vec3f(0.62, 0.56, 0.46), is_light);
  let shade = 0.88 + 0.16 * random(cell + 90) + 0.10 * (clouds(at, 8) - 0.5);
  return mix(vec3f(0.30, 0.28, 0.25), stone * shade, smoothstep(0.008, 0.02, to_edge));
}

// Dark red between white veins, which branch off the midrib and get thinner.
fn leaf(across: f32, along: f32) -> vec3f {
  let aside = abs(across);
  let wavy = (clouds(vec2f(across, along) * 0.5 + 0.5, 12) - 0.5) * 0.10;
  let midrib = smoothstep(0.20, 0.03, aside / (1.15 - along) + wavy);
  let side = along - aside * 0.42 + wavy;
  let to_side_vein = abs(fract(side * 8 + select(0.0, 0.5, across > 0)) - 0.5) / 8;
  let side_vein = smoothstep(0.016, 0.002, to_side_vein + aside * 0.007);
  let net = aside * 9 + along * 3 + wavy * 14;
  let to_net = abs(fract(net) - 0.5);
  let fine_vein = smoothstep(0.10, 0.0, to_net) * 0.30;
  let stem = smoothstep(0.30, 0.02, along + aside * 0.12 + wavy);
  let white = max(max(midrib, stem), max(side_vein * (1 - aside * 0.45), fine_vein * (1 - aside)));
  let red = mix(vec3f(0.27, 0.010, 0.065), vec3f(0.13, 0.004, 0.045), aside + wavy);
  return mix(red, vec3f(0.86, 0.80, 0.70), white * 0.94);
}

fn wood(at: vec2f) -> vec3f {
  let bent = at.x + 0.035 * sin(at.y * 6.2831853) + 0.10 * (noise(at, 4) - 0.5);
  let ring = fract(bent * 9);
  let late = smoothstep(0.15, 0.85, ring) * smoothstep(1.0, 0.92, ring);
  let fibre = noise(vec2f(at.x * 1, at.y) * vec2f(1, 0.0625), 128);
  return mix(vec3f(0.52, 0.29, 0.13), vec3f(0.27, 0.12, 0.045), late * 0.8) * (0.86 + 0.2 * fibre);
}

fn marble(at: vec2f) -> vec3f {
  let bent = (at.x + at.y) * 2 + 1.7 * clouds(at, 4);
  let vein = pow(1 - abs(fract(bent) * 2 - 1), 7);
  let fine = pow(1 - abs(fract(bent * 2.0 + 2.3 * clouds(at, 6)) * 2 - 1), 14) * 0.5;
  return mix(vec3f(0.74, 0.73, 0.70), vec3f(0.17, 0.20, 0.22), max(vein, fine) * 0.8);
}
