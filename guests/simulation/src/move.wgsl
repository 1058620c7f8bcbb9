// Changes velocities by what pulls, and then places by velocities. Between two pulls, velocities
// change by half of each ("leapfrog", kick-drift-kick): `kick` is for how long.

override count: u32;
override kick: f32;
override drift: f32;

@group(0) @binding(0) var<storage, read_write> places: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> velocities: array<vec4f>;
@group(0) @binding(2) var<storage, read> pulls: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= count {
    return;
  }
  let velocity = velocities[id.x].xyz + kick * pulls[id.x].xyz;
  velocities[id.x] = vec4f(velocity, 0);
  places[id.x] += vec4f(drift * velocity, 0);
}
