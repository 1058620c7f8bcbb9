package run.radicchio.webgpu;

/**
 * Why mapped bytes were not copied.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record GetMappedRangeError(GetMappedRangeErrorKind kind, String message) {}
