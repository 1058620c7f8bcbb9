package run.radicchio.webgpu;

/**
 * Why a buffer was not mapped.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record MapAsyncError(MapAsyncErrorKind kind, String message) {}
