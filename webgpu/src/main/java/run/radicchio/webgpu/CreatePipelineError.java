package run.radicchio.webgpu;

/**
 * Why a pipeline was not made.
 *
 * @param kind which kind of error
 * @param message a text for people
 * @see <a href="https://www.w3.org/TR/webgpu/#gpupipelineerror">GPUPipelineError</a>
 */
public record CreatePipelineError(CreatePipelineErrorKind kind, String message) {}
