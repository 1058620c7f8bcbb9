package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.Nullable;

/**
 * A render pipeline.
 *
 * @param uses the code of the stages that bind something; null if none does
 * @param stride of the only vertex buffer, in bytes; none if there is none
 * @param stripIndexes the index format of strips; none if there is none
 */
record RenderPipeline(
    Standing standing,
    PipelineLayout layout,
    ShaderModule.@Nullable Code uses,
    Targets targets,
    boolean writesDepth,
    long stride,
    boolean strip,
    long stripIndexes) {}
