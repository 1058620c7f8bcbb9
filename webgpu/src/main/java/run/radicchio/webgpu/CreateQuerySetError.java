package run.radicchio.webgpu;

/**
 * Why a query set was not made.
 *
 * @param kind which kind of error
 * @param message a text for people
 */
public record CreateQuerySetError(CreateQuerySetErrorKind kind, String message) {}
