// Each token of a sentence looks at all tokens of the same sentence: what comes of it is the mean of
// their values, and those count most whose keys are most like its query. This is done for each head,
// a few columns of the matrices, by itself. Sentences lie below each other, each as long as it is.
//
// An invocation has one query of one head. It goes through keys and values, which the workgroup
// fetches together, once: what it has added up is scaled down whenever there is a greater score (M.
// Milakov and N. Gimelshein, "Online normalizer calculation for softmax", 2018).
//
// PARTS says how many vectors of four numbers a head has.

override heads: u32;

// A row of a token has its query, key and value.
@group(0) @binding(0) var<storage, read> tokens: array<vec4f>;
// First token of each sentence, and the one after its last.
@group(0) @binding(1) var<storage, read> sentences: array<vec2u>;
@group(0) @binding(2) var<storage, read_write> attended: array<vec4f>;

const COUNT = 32u;

var<workgroup> keys: array<vec4f, COUNT * PARTS>;
var<workgroup> values: array<vec4f, COUNT * PARTS>;

@compute @workgroup_size(32)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  let sentence = sentences[group.z];
  if sentence.x + COUNT * group.x >= sentence.y {
    return;
  }
  let width = heads * PARTS;
  let head = group.y * PARTS;
  let own = sentence.x + COUNT * group.x + local;
  var query: array<vec4f, PARTS>;
  for (var i = 0u; i < PARTS; i++) {
    query[i] = tokens[min(own, sentence.y - 1) * 3 * width + head + i] / sqrt(f32(4 * PARTS));
  }
  var most = -3e38;
  var sum = 0.0;
  var mean: array<vec4f, PARTS>;
  for (var begin = sentence.x; begin < sentence.y; begin += COUNT) {
    let other = min(begin + local, sentence.y - 1) * 3 * width + head;
    for (var i = 0u; i < PARTS; i++) {
      keys[local * PARTS + i] = tokens[other + width + i];
      values[local * PARTS + i] = tokens[other + 2 * width + i];
    }
    workgroupBarrier();
    for (var j = 0u; j < min(COUNT, sentence.y - begin); j++) {
      var score = 0.0;
      for (var i = 0u; i < PARTS; i++) {
        score += dot(query[i], keys[j * PARTS + i]);
      }
      let peak = max(most, score);
      let kept = exp(most - peak);
      let weight = exp(score - peak);
      most = peak;
      sum = sum * kept + weight;
      for (var i = 0u; i < PARTS; i++) {
        mean[i] = mean[i] * kept + weight * values[j * PARTS + i];
      }
    }
    workgroupBarrier();
  }
  if own < sentence.y {
    for (var i = 0u; i < PARTS; i++) {
      attended[own * width + head + i] = mean[i] / sum;
    }
  }
}
