package run.radicchio.webgpu.dawn.steps;

/** A render bundle. */
record Bundle(Standing standing, Drawing drawing, Uses uses) {}
