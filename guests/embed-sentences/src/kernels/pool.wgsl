// The mean of the rows of each sentence, at length 1. A workgroup does a sentence.

override columns: u32;

@group(0) @binding(0) var<storage, read> tokens: array<f32>;
// First token of each sentence, and the one after its last.
@group(0) @binding(1) var<storage, read> sentences: array<vec2u>;
@group(0) @binding(2) var<storage, read_write> embeddings: array<f32>;

const COUNT = 64u;

var<workgroup> squares: array<f32, COUNT>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  let sentence = sentences[group.x];
  let begin = group.x * columns;
  squares[local] = 0;
  for (var i = local; i < columns; i += COUNT) {
    var sum = 0.0;
    for (var token = sentence.x; token < sentence.y; token++) {
      sum += tokens[token * columns + i];
    }
    let mean = sum / f32(sentence.y - sentence.x);
    embeddings[begin + i] = mean;
    squares[local] += mean * mean;
  }
  for (var half = COUNT / 2; half > 0; half /= 2) {
    workgroupBarrier();
    if local < half {
      squares[local] += squares[local + half];
    }
  }
  workgroupBarrier();
  let length = sqrt(squares[0]);
  for (var i = local; i < columns; i += COUNT) {
    embeddings[begin + i] /= max(length, 1e-12);
  }
}
