package run.radicchio.webgpu;

/**
 * Why a bind group was not set.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record SetBindGroupError(SetBindGroupErrorKind kind, String message) {}
