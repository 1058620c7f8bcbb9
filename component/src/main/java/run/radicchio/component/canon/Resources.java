package run.radicchio.component.canon;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.ResourceHandle;
import run.radicchio.component.runtime.RuntimeResource;

/** The built-ins of resources, and resource types that a component defines. */
final class Resources {
  private Resources() {}

  static CoreExtern.Function create(ComponentInstance instance, RuntimeResource type) {
    return Builtins.ofInts(
        "resource.new " + type.name(),
        1,
        true,
        (representation, _, _) -> {
          instance.checkMayLeave();
          return instance.handles().add(ResourceHandle.own(type, representation));
        });
  }

  static CoreExtern.Function drop(ComponentInstance instance, RuntimeResource type) {
    return Builtins.ofInts(
        "resource.drop " + type.name(),
        1,
        false,
        (index, _, _) -> {
          instance.checkMayLeave();
          ResourceHandle.drop(instance, index, type);
          return 0;
        });
  }

  static CoreExtern.Function representation(ComponentInstance instance, RuntimeResource type) {
    return Builtins.ofInts(
        "resource.rep " + type.name(),
        1,
        true,
        (index, _, _) -> (int) ResourceHandle.get(instance, index, type).representation());
  }

  /** A resource type of a component, whose destructor is a function {@code (rep: u32)} or none. */
  static RuntimeResource define(
      String name, ComponentInstance owner, @Nullable LiftedFunction destructor) {
    return new RuntimeResource(
        name,
        owner,
        destruction -> {
          if (destructor != null) {
            destructor.call(
                new Destruction((int) destruction.representation()), destruction.caller());
          }
        });
  }

  private record Destruction(int representation) implements GuestCall {
    @Override
    public void begins(Cancellation cancellation) {}

    @Override
    public long start(Context callee, FlatCall core) {
      return core.call(new long[] {Integer.toUnsignedLong(representation)});
    }

    @Override
    public void resolve(Context callee, long[] flat, boolean taskReturn) {}

    @Override
    public void cancelled() {}
  }
}
