package run.radicchio.webgpu.dawn.steps;

/** Limits: of a device of which none were required, or of an adapter. */
record Limits(boolean ofDevice) {}
