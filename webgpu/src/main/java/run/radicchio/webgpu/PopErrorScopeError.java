package run.radicchio.webgpu;

/**
 * Why no error scope was closed.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record PopErrorScopeError(PopErrorScopeErrorKind kind, String message) {}
