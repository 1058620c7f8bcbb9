package run.radicchio.webgpu;

/**
 * Why bytes were not copied to a buffer.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record WriteBufferError(WriteBufferErrorKind kind, String message) {}
