// Values of voxels, computed or out of a file, as numbers of 16 bits, two in a word, in rows as long as
// a copy to a texture wants them. Slices of a volume, from a first one on.

override kind: u32;
override width: u32;
override height: u32;
override depth: u32;
override row: u32; // words

// In files
const U8 = 0u;
const U16 = 1u;
const F32 = 2u;
// Computed
const BALL = 3u;
const CLOUD = 4u;
const HYDROGEN = 5u;
const METABALLS = 6u;

struct Slices {
  first: u32,
  count: u32,
}

@group(0) @binding(0) var<storage, read> slices: Slices;
@group(0) @binding(1) var<storage, read> samples: array<u32>;
@group(0) @binding(2) var<storage, read_write> voxels: array<u32>;

fn stored(i: u32) -> f32 {
  switch kind {
    case U8 { return f32((samples[i / 4] >> (8 * (i % 4))) & 0xff) / 255; }
    case U16 { return f32((samples[i / 2] >> (16 * (i % 2))) & 0xffff) / 65535; }
    default { return bitcast<f32>(samples[i]); }
  }
}

// A ball with a radius of 0.8. Voxels that its surface goes through have a part of 1.
fn ball(p: vec3f) -> f32 {
  let voxel = 2 / f32(max(width, max(height, depth)));
  return clamp(0.5 + (0.8 - length(p)) / voxel, 0, 1);
}

// At each corner of a grid of whole numbers another number, from 0 to 1.
fn lattice(p: vec3i) -> f32 {
  let mixed = vec3u(p) * vec3u(0x9e3779b1, 0x85ebca77, 0xc2b2ae3d);
  var state = mixed.x ^ mixed.y ^ mixed.z;
  state = (state ^ (state >> 15)) * 0x2c1b3c6d;
  state = (state ^ (state >> 12)) * 0x297a2d39;
  return f32((state ^ (state >> 15)) >> 8) / 16777216;
}

fn noise(p: vec3f) -> f32 {
  let corner = vec3i(floor(p));
  let part = fract(p);
  let smoothed = part * part * (3 - 2 * part);
  var sum = 0.0;
  for (var i = 0; i < 8; i++) {
    let side = vec3i(i & 1, (i >> 1) & 1, i >> 2);
    let near = mix(1 - smoothed, smoothed, vec3f(side));
    sum += near.x * near.y * near.z * lattice(corner + side);
  }
  return sum;
}

// Noise of ever finer grain, thinner from the middle on.
fn cloud(p: vec3f) -> f32 {
  var sum = 0.0;
  var part = 0.5;
  var place = 2.6 * p + 20;
  for (var octave = 0; octave < 6; octave++) {
    sum += part * noise(place);
    place = 2.03 * place + 7;
    part /= 2;
  }
  return clamp(1.9 * sum - 0.55 * dot(p, p) - 0.32, 0, 1);
}

// How likely the electron is at a place in the hydrogen atom's state n = 4, l = 3, m = 1, as a part of
// the most.
fn hydrogen(p: vec3f) -> f32 {
  let place = 26 * p; // in Bohr's radii
  let r = length(place);
  let cosine = place.z / max(r, 1e-6);
  let radial = r * r * r * exp(-r / 4);
  let polar = sqrt(max(0, 1 - cosine * cosine)) * (5 * cosine * cosine - 1);
  let azimuthal = place.x / max(length(place.xy), 1e-6);
  // At r = 12 and where the polar part is largest, at an angle of 31 degrees.
  let most = 1728 * exp(-3.0) * 1.37708;
  let amplitude = radial * polar * azimuthal / most;
  return amplitude * amplitude;
}

// Sources of a field, which melt into each other where it is strong.
fn metaballs(p: vec3f) -> f32 {
  var sum = 0.0;
  for (var i = 0; i < 9; i++) {
    let angle = 2.399963 * f32(i);
    let middle = 0.52 * vec3f(cos(angle), sin(angle), 0.25 * f32(i) - 1);
    let away = p - middle;
    sum += (0.035 + 0.012 * f32(i % 3)) / (dot(away, away) + 0.01);
  }
  return smoothstep(0.7, 2.2, sum);
}

fn value(x: u32, y: u32, slice: u32) -> f32 {
  if kind <= F32 {
    return stored((slice * height + y) * width + x);
  }
  let size = vec3f(vec3u(width, height, depth));
  let place = 2 * (vec3f(vec3u(x, y, slices.first + slice)) + 0.5) - size;
  // The longest edge is from -1 to 1.
  let p = place / max(size.x, max(size.y, size.z));
  switch kind {
    case BALL { return ball(p); }
    case CLOUD { return cloud(p); }
    case HYDROGEN { return hydrogen(p); }
    default { return metaballs(p); }
  }
}

override low: f32; // what becomes 0
override high: f32; // what becomes 1

@compute @workgroup_size(16, 4)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let x = 2 * id.x;
  if x >= width || id.y >= height || id.z >= slices.count {
    return;
  }
  let pair = vec2f(value(x, id.y, id.z), value(min(x + 1, width - 1), id.y, id.z));
  voxels[(id.z * height + id.y) * row + id.x] = pack2x16float((pair - low) / (high - low));
}
