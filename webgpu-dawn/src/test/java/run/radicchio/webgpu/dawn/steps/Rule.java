package run.radicchio.webgpu.dawn.steps;

/** What the specification says of a call: chooses its arguments, and predicts what it does. */
interface Rule {
  Prediction predict(Arguments arguments);
}
