struct Corner {
  @builtin(position) position: vec4f,
  @location(0) direction: vec3f,
}

@vertex
fn vertex(@builtin(vertex_index) index: u32) -> Corner {
  let at = corner_of_all(index);
  return Corner(vec4f(at, 1, 1), view.forward + view.right * at.x + view.up * at.y);
}

@fragment
fn colour(corner: Corner) -> @location(0) vec4f {
  return developed(sky_light(normalize(corner.direction)));
}
