package run.radicchio.component.type;

/** A list of pairs in which no key is meant to occur twice. */
public record MapType(ValType key, ValType value) implements ValType {}
