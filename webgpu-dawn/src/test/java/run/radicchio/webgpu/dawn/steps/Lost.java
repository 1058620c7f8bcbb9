package run.radicchio.webgpu.dawn.steps;

/** What {@code lost} gave, or what was read from there. */
record Lost(Device device) {}
