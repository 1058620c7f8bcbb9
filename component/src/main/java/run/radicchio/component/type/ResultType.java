package run.radicchio.component.type;

import org.jspecify.annotations.Nullable;

/** Success or failure, each with or without a payload. */
public record ResultType(@Nullable ValType ok, @Nullable ValType error) implements ValType {}
