package run.radicchio.webgpu.dawn.steps;

/** An encoder of a render bundle. */
record BundleEncoder(Encoding encoding, Drawing drawing) {}
