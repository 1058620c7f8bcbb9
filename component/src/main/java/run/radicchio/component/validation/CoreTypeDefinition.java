package run.radicchio.component.validation;

import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;

/** An entry of the core type index space. */
sealed interface CoreTypeDefinition {
  /** A function type. */
  record Function(CoreType.Function type) implements CoreTypeDefinition {}

  /** A module type. */
  record Module(CoreModuleType type) implements CoreTypeDefinition {}

  /** A struct or array type, which nothing in a component can name but by its index. */
  record Aggregate() implements CoreTypeDefinition {}
}
