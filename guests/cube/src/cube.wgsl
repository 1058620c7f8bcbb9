// The cube, of 36 vertices that are all computed here.

struct View {
  // Where it is seen from, and along which axes; `right` and `up` have the length that a place in the
  // picture is divided by.
  eye: vec4f,
  right: vec4f,
  up: vec4f,
  forward: vec4f,
  // How far it has turned: cosine and sine.
  turn: vec2f,
  // Whether red and blue change places.
  is_cold: u32,
}

@group(0) @binding(0) var<uniform> view: View;
@group(0) @binding(1) var faces: texture_2d_array<f32>;
@group(0) @binding(2) var filtering: sampler;

const NEAR = 0.1;
const FAR = 30.0;
const AMBIENT = 0.3;
const SHINE = 0.12;

// To the right and left, above and below, in front and behind.
const OUT = array(
  vec3f(1, 0, 0), vec3f(-1, 0, 0), vec3f(0, 1, 0), vec3f(0, -1, 0), vec3f(0, 0, 1), vec3f(0, 0, -1));
// What is to the right on a face for who is before it.
const RIGHT = array(
  vec3f(0, 0, -1), vec3f(0, 0, 1), vec3f(1, 0, 0), vec3f(1, 0, 0), vec3f(1, 0, 0), vec3f(-1, 0, 0));
const CORNERS = array(
  vec2f(-1, -1), vec2f(1, -1), vec2f(1, 1), vec2f(-1, -1), vec2f(1, 1), vec2f(-1, 1));

struct Vertex {
  @builtin(position) position: vec4f,
  @location(0) place: vec3f,
  @location(1) out: vec3f,
  @location(2) texel: vec2f,
  @location(3) @interpolate(flat) face: u32,
}

fn turned(vector: vec3f) -> vec3f {
  let cosine = view.turn.x;
  let sine = view.turn.y;
  return vec3f(cosine * vector.x + sine * vector.z, vector.y, cosine * vector.z - sine * vector.x);
}

@vertex
fn corner(@builtin(vertex_index) index: u32) -> Vertex {
  let face = index / 6;
  let at = CORNERS[index % 6];
  let up = cross(OUT[face], RIGHT[face]);
  var vertex: Vertex;
  vertex.place = turned(OUT[face] + at.x * RIGHT[face] + at.y * up);
  vertex.out = turned(OUT[face]);
  vertex.texel = vec2f(0.5 + 0.5 * at.x, 0.5 - 0.5 * at.y);
  vertex.face = face;
  let way = vertex.place - view.eye.xyz;
  let far = dot(way, view.forward.xyz);
  vertex.position = vec4f(
    dot(way, view.right.xyz), dot(way, view.up.xyz), (far - NEAR) * FAR / (FAR - NEAR), far);
  return vertex;
}

fn encoded(light: vec3f) -> vec3f {
  let curve = 1.055 * pow(light, vec3f(1.0 / 2.4)) - 0.055;
  return select(curve, 12.92 * light, light <= vec3f(0.0031308));
}

// The lamp goes with the camera, above it and to the left.
@fragment
fn colour(vertex: Vertex) -> @location(0) vec4f {
  let own = textureSample(faces, filtering, vertex.texel, vertex.face).rgb;
  let eye = normalize(view.eye.xyz - vertex.place);
  let lamp = normalize(
    0.6 * normalize(view.up.xyz) - 0.5 * normalize(view.right.xyz) - view.forward.xyz);
  let bright = AMBIENT + (1 - AMBIENT) * max(dot(vertex.out, lamp), 0);
  let shine = SHINE * pow(max(dot(vertex.out, normalize(lamp + eye)), 0), 40);
  let light = encoded(clamp(bright * own + shine, vec3f(0), vec3f(1)));
  return vec4f(select(light, light.bgr, view.is_cold != 0), 1);
}
