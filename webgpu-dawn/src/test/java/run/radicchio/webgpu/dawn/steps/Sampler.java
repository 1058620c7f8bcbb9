package run.radicchio.webgpu.dawn.steps;

/**
 * A sampler.
 *
 * @param filtering whether it filters in any way
 */
record Sampler(Standing standing, boolean filtering, boolean comparison) {}
