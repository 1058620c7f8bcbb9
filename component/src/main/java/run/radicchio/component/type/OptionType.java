package run.radicchio.component.type;

/** Something or nothing. */
public record OptionType(ValType element) implements ValType {}
