package run.radicchio.component.type;

/** A handle that owns a resource. */
public record OwnType(ResourceType resource) implements ValType {}
