override exposed: f32 = 1;

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) at: vec2f,
  @location(1) colour: vec3f,
}

@vertex
fn vertex(@builtin(vertex_index) index: u32, @location(0) instance: u32) -> Corner {
  const corners = array(
    vec2f(-1, -1), vec2f(1, -1), vec2f(-1, 1), vec2f(-1, 1), vec2f(1, -1), vec2f(1, 1));
  let at = corners[index];
  let size = instances[instance].radius;
  let aside = normalize(view.right) * at.x + normalize(view.up) * at.y;
  let position = placed(instance, vec3f()) + aside * size;
  return Corner(view.matrix * vec4f(position, 1), at, instances[instance].colour);
}

@fragment
fn colour(corner: Corner) -> @location(0) vec4f {
  let distance = length(corner.at);
  let glow = pow(max(1 - distance, 0), 3) + smoothstep(0.26, 0.12, distance) * 1.5;
  return vec4f(corner.colour * glow * mix(3.0, 1.0, exposed), 0);
}
