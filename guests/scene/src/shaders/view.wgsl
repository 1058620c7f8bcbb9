struct View {
  matrix: mat4x4f,
  right: vec3f,
  up: vec3f,
  forward: vec3f,
  eye: vec3f,
  observer: u32,
  towards_sun: vec3f,
}

struct Instance {
  placing: mat4x4f,
  colour: vec3f,
  material: u32,
  repeats: f32,
  roughness: f32,
  metal: f32,
  radius: f32,
  mesh: u32,
  first_visible: u32,
  observers: u32,
}

@group(0) @binding(0) var<uniform> view: View;
@group(0) @binding(1) var<storage, read> instances: array<Instance>;

fn placed(instance: u32, position: vec3f) -> vec3f {
  return (instances[instance].placing * vec4f(position, 1)).xyz;
}

// The corners of a triangle that covers everything.
fn corner_of_all(vertex: u32) -> vec2f {
  return vec2f(f32(vertex & 1), f32(vertex >> 1)) * 4 - 1;
}
