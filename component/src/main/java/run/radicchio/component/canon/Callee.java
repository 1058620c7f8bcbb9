package run.radicchio.component.canon;

/**
 * A function of a component or of the host, as components and the host call it (CanonicalABI,
 * {@code FuncInst}).
 */
public sealed interface Callee permits LiftedFunction, HostCallee {}
