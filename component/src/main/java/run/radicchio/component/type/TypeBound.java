package run.radicchio.component.type;

/** What an imported or exported type is: equal to a type, or some resource. */
public sealed interface TypeBound extends ExternType {

  /** The type equals a type of values. */
  record EqualsValue(ValType type) implements TypeBound {}

  /** The type equals a resource type that is introduced elsewhere. */
  record EqualsResource(ResourceType resource) implements TypeBound {}

  /** The type is a resource type that is introduced here ({@code sub resource}). */
  record SubResource(ResourceType resource) implements TypeBound {}

  /** The type is a type of functions, components, instances or core modules: an alias of it. */
  record EqualsExtern(ExternType type) implements TypeBound {}
}
