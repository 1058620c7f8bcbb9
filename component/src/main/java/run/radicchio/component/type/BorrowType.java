package run.radicchio.component.type;

/** A handle to a resource that is lent for the time of a call. */
public record BorrowType(ResourceType resource) implements ValType {}
