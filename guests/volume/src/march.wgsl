// Goes along a ray for each texel through the volume, and adds up the light that comes from there.

override width: u32;
override height: u32;
override step_length: f32;
override density: f32; // extinction where the value is 1
override exponent: f32;
override shading: f32; // how much surfaces are darker where they are turned away from the lamp

const COLOURS = 256u;

struct View {
  eye: vec3f,
  right: vec3f, // from the middle of the picture to its right edge, at a distance of 1
  up: vec3f,
  forward: vec3f,
  lamp: vec3f, // the direction to it
  corner: vec3f, // of the box, whose middle is at 0
  voxel: vec3f, // how large one is
}

@group(0) @binding(0) var<storage, read> view: View;
@group(0) @binding(1) var<storage, read> colours: array<vec4f, COLOURS>;
@group(0) @binding(2) var volume: texture_3d<f32>;
@group(0) @binding(3) var between: sampler;
@group(0) @binding(4) var<storage, read_write> picture: array<vec4f>; // in w: what comes through

fn value(p: vec3f) -> f32 {
  return textureSampleLevel(volume, between, 0.5 + 0.5 * p / view.corner, 0).r;
}

fn gradient(p: vec3f) -> vec3f {
  let x = vec3f(view.voxel.x, 0, 0);
  let y = vec3f(0, view.voxel.y, 0);
  let z = vec3f(0, 0, view.voxel.z);
  return vec3f(value(p + x) - value(p - x), value(p + y) - value(p - y), value(p + z) - value(p - z))
    / (2 * view.voxel);
}

// Where values change little there is no surface, and all sides are as bright.
fn lit(p: vec3f, colour: vec3f, direction: vec3f) -> vec3f {
  let slope = gradient(p);
  let steep = length(slope);
  if steep < 1e-4 {
    return colour;
  }
  let normal = -slope / steep;
  let surface = shading * smoothstep(0, 3, steep);
  let facing = max(0, dot(normal, view.lamp));
  let shine = pow(max(0, dot(normal, normalize(view.lamp - direction))), 40);
  return mix(colour, colour * (0.25 + 0.85 * facing) + 0.35 * shine, surface);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let place = (vec2f(id.xy) + 0.5) / vec2f(vec2u(width, height)) * 2 - 1;
  let direction = normalize(view.forward + place.x * view.right - place.y * view.up);
  // Between which distances the ray is in the box, by each pair of faces.
  let one = (-view.corner - view.eye) / direction;
  let other = (view.corner - view.eye) / direction;
  let near = min(one, other);
  let far = max(one, other);
  let begin = max(max(near.x, near.y), max(near.z, 0));
  let way = min(min(far.x, far.y), far.z) - begin;
  var light = vec3f();
  var through = 1.0;
  if way > 0 {
    let steps = u32(ceil(way / step_length));
    let length = way / f32(steps);
    for (var i = 0u; i < steps; i++) {
      let p = view.eye + (begin + (f32(i) + 0.5) * length) * direction;
      let part = clamp(value(p), 0, 1);
      let passes = exp(-density * pow(part, exponent) * length);
      if passes < 0.9999 {
        var colour = colours[u32(part * f32(COLOURS - 1) + 0.5)].rgb;
        if shading > 0 {
          colour = lit(p, colour, direction);
        }
        light += through * (1 - passes) * colour;
      }
      through *= passes;
      // What is behind it would not be seen.
      if through < 0.0005 {
        break;
      }
    }
  }
  picture[id.y * width + id.x] = vec4f(light, through);
}
