package run.radicchio.component.validation;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.AbstractHeap;
import run.radicchio.component.type.DefinedType;
import run.radicchio.component.type.RecursiveGroup;
import run.radicchio.component.type.RecursiveGroup.Composite;

/** An entry of the core type index space. */
sealed interface CoreTypeDefinition {
  /** A module type. */
  record Module(CoreModuleType type) implements CoreTypeDefinition {}

  /** A type of functions, structs or arrays. */
  final class Defined implements CoreTypeDefinition {
    private final CoreType.@Nullable Function function;
    private @Nullable DefinedType type;

    /** A function type that is alone in its group, final and below no other, as most are. */
    Defined(CoreType.Function function) {
      this.function = function;
    }

    /** A type of a group. */
    Defined(DefinedType type) {
      this.type = type;
      this.function =
          type.kind() == AbstractHeap.FUNC
                  && type.composite() instanceof Composite.Function(var parameters, var results)
              ? new CoreType.Function(parameters, results, type)
              : null;
    }

    /** The type of functions that it is, or null. */
    CoreType.@Nullable Function function() {
      return function;
    }

    /** The type as references name it; it is made when the first does. */
    DefinedType type(Work work) {
      if (type == null) {
        work.steps(Work.CORE_GROUP);
        type = RecursiveGroup.of(function).get(0);
      }
      return type;
    }
  }
}
