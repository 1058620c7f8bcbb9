@vertex
fn vertex(@location(0) position: vec3f, @location(3) instance: u32) -> @builtin(position) vec4f {
  return view.matrix * vec4f(placed(instance, position), 1);
}
