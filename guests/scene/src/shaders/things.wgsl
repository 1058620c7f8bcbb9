// Things with a texture, in the light of the sun, of a lamp, and of all that is around them.

@group(1) @binding(0) var<uniform> sun: View;
@group(1) @binding(1) var lit_depth: texture_depth_2d;
@group(1) @binding(2) var is_nearer: sampler_comparison;
@group(1) @binding(3) var materials: texture_2d_array<f32>;
@group(1) @binding(4) var surroundings: texture_cube<f32>;
@group(1) @binding(5) var filtering: sampler;

const lamp = vec3f(0.55, 1.33, -2.4);
const lamp_light = vec3f(1.0, 0.48, 0.16) * 5.0;
const fog_begins = 8.0;
const fog_reaches = 19.0;

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) place: vec3f,
  @location(1) normal: vec3f,
  @location(2) at: vec2f,
  @location(3) @interpolate(flat) instance: u32,
}

@vertex
fn vertex(
  @location(0) position: vec3f,
  @location(1) normal: vec3f,
  @location(2) at: vec2f,
  @location(3) instance: u32,
) -> Corner {
  let place = placed(instance, position);
  let turned = (instances[instance].placing * vec4f(normal, 0)).xyz;
  return Corner(
    view.matrix * vec4f(place, 1), place, turned, at * instances[instance].repeats, instance);
}

struct Surface {
  normal: vec3f,
  to_eye: vec3f,
  colour: vec3f,
  mirrored: vec3f,
  roughness: f32,
}

@fragment
fn colour(corner: Corner) -> @location(0) vec4f {
  let instance = &instances[corner.instance];
  let painted = textureSample(materials, filtering, corner.at, (*instance).material).rgb;
  let colour = painted * (*instance).colour;
  let to_eye = normalize(view.eye - corner.place);
  let outwards = normalize(corner.normal);
  // Leaves have two sides.
  let normal = select(-outwards, outwards, dot(outwards, to_eye) > 0);
  let surface = Surface(
    normal,
    to_eye,
    colour * (1 - (*instance).metal),
    mix(vec3f(0.04), colour, (*instance).metal),
    (*instance).roughness);

  let to_lamp = lamp - corner.place;
  let lamp_distance = dot(to_lamp, to_lamp) + 0.25;
  let light = reflected(surface, view.towards_sun) * sun_light * sunshine(corner.place, outwards)
    + reflected(surface, normalize(to_lamp)) * lamp_light / lamp_distance
    + ambient(surface);
  let distance = length(view.eye - corner.place);
  let fog = 1 - exp(-pow(max(distance - fog_begins, 0) / fog_reaches, 2));
  return developed(mix(light, horizon, fog));
}

// How much of a light comes to the eye: evenly from what has a colour, and most of it in one
// direction from what mirrors.
fn reflected(surface: Surface, to_light: vec3f) -> vec3f {
  let facing = max(dot(surface.normal, to_light), 0);
  let halfway = normalize(to_light + surface.to_eye);
  let aligned = max(dot(surface.normal, halfway), 0);
  let shininess = 2 / pow(max(surface.roughness, 0.05), 3);
  let highlight = pow(aligned, shininess) * (shininess + 8) / 25;
  return (surface.colour + fresnel(surface, dot(halfway, to_light)) * min(highlight, 40)) * facing;
}

// What mirrors, mirrors more from aside.
fn fresnel(surface: Surface, facing: f32) -> vec3f {
  let aside = pow(1 - clamp(facing, 0, 1), 5) * (1 - surface.roughness);
  return surface.mirrored + (1 - surface.mirrored) * aside;
}

// The light from all sides: the blurred levels of the surroundings are what rough things mirror.
fn ambient(surface: Surface) -> vec3f {
  let levels = f32(textureNumLevels(surroundings));
  let direction = reflect(-surface.to_eye, surface.normal);
  let level = sqrt(surface.roughness) * (levels - 2);
  let mirrored = textureSampleLevel(surroundings, filtering, direction, level).rgb;
  let even = textureSampleLevel(surroundings, filtering, surface.normal, levels - 2).rgb;
  return surface.colour * even * 0.65
    + mirrored * fresnel(surface, dot(surface.normal, surface.to_eye));
}

// The part of the sun that is not hidden, from 0 to 1.
fn sunshine(place: vec3f, outwards: vec3f) -> f32 {
  // A bit off the surface, towards the light, so that it does not hide itself.
  let aside = outwards * sign(dot(outwards, view.towards_sun)) * 0.012;
  let seen = sun.matrix * vec4f(place + aside, 1);
  let at = seen.xy * vec2f(0.5, -0.5) + 0.5;
  let texel = 1 / vec2f(textureDimensions(lit_depth));
  var lit = 0.0;
  for (var y = -1.5; y < 2; y += 1) {
    for (var x = -1.5; x < 2; x += 1) {
      lit += textureSampleCompareLevel(lit_depth, is_nearer, at + vec2f(x, y) * texel, seen.z);
    }
  }
  // Far away there is no shadow.
  return select(lit / 16, 1.0, any(abs(seen.xy) > vec2f(0.99)));
}
