// Pixels of filters become those of files, of four samples each, which are cut off at 0 and 1 but
// where they are floating-point numbers.

override width: u32;
override height: u32;
override bits: u32; // of a sample
override opaque: bool; // on black, or else colour is divided by opacity

@group(0) @binding(0) var<storage, read> image: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> samples: array<u32>;

@compute @workgroup_size(16, 16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if id.x >= width || id.y >= height {
    return;
  }
  let i = id.y * width + id.x;
  var pixel = image[i];
  if opaque {
    pixel.a = 1;
  } else {
    pixel = vec4f(select(vec3f(), pixel.rgb / pixel.a, pixel.a != 0), pixel.a);
  }
  switch bits {
    case 8 {
      samples[i] = pack4x8unorm(pixel);
    }
    case 16 {
      samples[2 * i] = pack2x16unorm(pixel.rg);
      samples[2 * i + 1] = pack2x16unorm(pixel.ba);
    }
    default {
      let words = bitcast<vec4u>(pixel);
      for (var word = 0u; word < 4; word++) {
        samples[4 * i + word] = words[word];
      }
    }
  }
}
