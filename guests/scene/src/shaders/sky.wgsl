override exposed: f32 = 1;

const sun_light = vec3f(1.0, 0.84, 0.64) * 3.2;
const horizon = vec3f(1.05, 0.66, 0.42);
const middle = vec3f(0.24, 0.42, 0.53);
const zenith = vec3f(0.05, 0.15, 0.27);

// The light from a direction that nothing is in.
fn sky_light(direction: vec3f) -> vec3f {
  let glow = pow(max(dot(direction, view.towards_sun), 0), 24);
  let height = max(direction.y, 0);
  let low = mix(horizon, middle, smoothstep(-0.03, 0.17, height));
  return mix(low, zenith, smoothstep(0.12, 0.9, height)) + sun_light * (0.5 * glow);
}

// Light as a screen shows it: there is always something brighter.
fn developed(light: vec3f) -> vec4f {
  return vec4f(select(light, pow(1 - exp(-1.3 * light), vec3f(1.2)), exposed > 0), 1);
}
