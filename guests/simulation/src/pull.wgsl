// What pulls each body: the sum over all others of mass / distance^2 towards it, and in w of
// -mass / distance. Bodies are no points: their pull ends within a softening distance.
//
// A workgroup reads a tile of bodies once for all of its own.

override count: u32;
override softening: f32;

const TILE = 64u;

@group(0) @binding(0) var<storage, read> places: array<vec4f>; // in w: its mass
@group(0) @binding(1) var<storage, read_write> pulls: array<vec4f>;

var<workgroup> tile: array<vec4f, TILE>;

@compute @workgroup_size(TILE)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_index) local: u32) {
  let own = places[min(id.x, count - 1)].xyz;
  var pull = vec4f();
  for (var begin = 0u; begin < count; begin += TILE) {
    // Beyond the last there are bodies without mass.
    let other = begin + local;
    tile[local] = select(vec4f(), places[min(other, count - 1)], other < count);
    workgroupBarrier();
    for (var i = 0u; i < TILE; i++) {
      let way = tile[i].xyz - own;
      let near = inverseSqrt(dot(way, way) + softening * softening);
      let potential = tile[i].w * near;
      // Its own is none of the pull, and is taken off the potential by who adds that up.
      pull += vec4f(potential * near * near * way, -potential);
    }
    workgroupBarrier();
  }
  if id.x < count {
    pulls[id.x] = pull;
  }
}
