package run.radicchio.webgpu.dawn.steps;

/** A compute pipeline. */
record ComputePipeline(Standing standing, PipelineLayout layout, ShaderModule.Code code) {}
