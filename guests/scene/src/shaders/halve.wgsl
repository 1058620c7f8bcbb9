// A level from the one before: each texel is the mean of four.

@group(0) @binding(0) var before: texture_2d<f32>;
@group(0) @binding(1) var between: sampler;

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) at: vec2f,
}

@vertex
fn corner(@builtin(vertex_index) vertex: u32) -> Corner {
  let at = vec2f(f32(vertex & 1), f32(vertex >> 1)) * 2;
  return Corner(vec4f(at.x * 2 - 1, 1 - at.y * 2, 0, 1), at);
}

@fragment
fn colour(corner: Corner) -> @location(0) vec4f {
  return textureSampleLevel(before, between, corner.at, 0);
}
