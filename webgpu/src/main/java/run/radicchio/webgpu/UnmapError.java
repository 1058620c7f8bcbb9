package run.radicchio.webgpu;

/**
 * What an unmapping broke off.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record UnmapError(UnmapErrorKind kind, String message) {}
