@vertex
fn corner(@builtin(vertex_index) index: u32) -> @builtin(position) vec4<f32> {
  var corners = array(vec2(-0.9, -0.9), vec2(0.9, -0.9), vec2(0.0, 0.9));
  return vec4(corners[index], 0.0, 1.0);
}

@fragment
fn colour() -> @location(0) vec4<f32> {
  return vec4(1.0, 0.5, 0.0, 1.0);
}
