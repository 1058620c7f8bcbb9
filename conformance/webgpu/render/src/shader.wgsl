// Everything that cases of drawing need: an entry point each.

// A triangle that covers the whole of any viewport, at half depth.
fn corner(index: u32) -> vec2f {
  return vec2f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1);
}

@vertex
fn everywhere(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return vec4f(corner(index % 3), 0.5, 1);
}

// The same, where vertices are numbered from 3 on, or instances from 1 on: otherwise nothing.
@vertex
fn everywhere_later(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return select(vec4f(), vec4f(corner(index % 3), 0.5, 1), index >= 3);
}

@vertex
fn everywhere_again(
    @builtin(vertex_index) index: u32,
    @builtin(instance_index) instance: u32) -> @builtin(position) vec4f {
  return select(vec4f(), vec4f(corner(index), 0.5, 1), instance >= 1);
}

@vertex
fn at_position(@location(0) position: vec2f) -> @builtin(position) vec4f {
  return vec4f(position, 0.5, 1);
}

@vertex
fn with_integers(@location(0) position: vec4u) -> @builtin(position) vec4f {
  return vec4f(position);
}

@vertex
fn with_two(@location(0) one: vec2f, @location(1) two: vec2f) -> @builtin(position) vec4f {
  return vec4f(one, two);
}

struct Passed {
  @builtin(position) position: vec4f,
  @location(0) value: f32,
}

@vertex
fn passing(@builtin(vertex_index) index: u32) -> Passed {
  return Passed(vec4f(corner(index), 0.5, 1), 1);
}

@fragment
fn red() -> @location(0) vec4f {
  return vec4f(1, 0, 0, 1);
}

@fragment
fn passed(@location(0) value: f32) -> @location(0) vec4f {
  return vec4f(value, 0, 0, 1);
}

@fragment
fn rgb() -> @location(0) vec3f {
  return vec3f(1, 0, 0);
}

@fragment
fn unsigned() -> @location(0) vec4u {
  return vec4u(1, 2, 3, 4);
}

@fragment
fn signed() -> @location(0) vec4i {
  return vec4i(1, -2, 3, -4);
}

@fragment
fn nothing() {
}

@fragment
fn no_depth() -> @builtin(frag_depth) f32 {
  return 0;
}

struct Masked {
  @builtin(sample_mask) mask: u32,
  @location(0) color: vec4f,
}

@fragment
fn masked() -> Masked {
  return Masked(1, vec4f(1, 0, 0, 1));
}

// Components that all differ, from each other and from what they lack to 1.
@fragment
fn mixed() -> @location(0) vec4f {
  return vec4f(0.9, 0.3, 0.6, 0.2);
}

struct Two {
  @location(0) one: vec4f,
  @location(1) other: vec4f,
}

@fragment
fn two() -> Two {
  return Two(vec4f(1, 0, 0, 1), vec4f(0, 1, 0, 1));
}

@group(0) @binding(0) var<uniform> bound: vec4f;

@fragment
fn what_is_bound() -> @location(0) vec4f {
  return bound;
}
