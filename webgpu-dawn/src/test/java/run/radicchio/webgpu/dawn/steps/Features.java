package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.Nullable;

/** The features of an adapter, or of a device. */
record Features(@Nullable Adapter adapter, @Nullable Device device) {}
