package run.radicchio.component.type;

import org.jspecify.annotations.Nullable;

/** The readable end of a stream of elements, which may be of no type. */
public record StreamType(@Nullable ValType element) implements ValType {}
