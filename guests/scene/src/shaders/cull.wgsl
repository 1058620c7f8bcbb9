// Lists for each mesh the instances that a view has in it, and counts them in the arguments of the
// mesh's draw. An invocation decides of an instance.

// Of indexed draws and others: each has the number of instances in the same place.
struct Draw {
  count: u32,
  instances: atomic<u32>,
  first: u32,
  second: u32,
  third: u32,
}

@group(0) @binding(2) var<storage, read_write> draws: array<Draw>;
@group(0) @binding(3) var<storage, read_write> visible: array<u32>;

// Whether a sphere is not wholly on the wrong side of any plane that bounds the view.
fn is_inside(centre: vec3f, radius: f32) -> bool {
  let rows = transpose(view.matrix);
  let planes = array(
    rows[3] + rows[0], rows[3] - rows[0], rows[3] + rows[1], rows[3] - rows[1], rows[2],
    rows[3] - rows[2]);
  for (var i = 0; i < 6; i++) {
    if dot(planes[i], vec4f(centre, 1)) < -radius * length(planes[i].xyz) {
      return false;
    }
  }
  return true;
}

@compute @workgroup_size(64)
fn cull(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= arrayLength(&instances) {
    return;
  }
  let instance = &instances[id.x];
  let is_seen = ((*instance).observers & view.observer) != 0;
  if is_seen && is_inside((*instance).placing[3].xyz, (*instance).radius) {
    let place = atomicAdd(&draws[(*instance).mesh].instances, 1);
    visible[(*instance).first_visible + place] = id.x;
  }
}
