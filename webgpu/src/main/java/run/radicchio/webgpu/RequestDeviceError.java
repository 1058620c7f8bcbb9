package run.radicchio.webgpu;

/**
 * Why no device was made.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record RequestDeviceError(RequestDeviceErrorKind kind, String message) {}
