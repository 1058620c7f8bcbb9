package run.radicchio.component.type;

import org.jspecify.annotations.Nullable;

/** The readable end of a future, whose value may be of no type. */
public record FutureType(@Nullable ValType element) implements ValType {}
