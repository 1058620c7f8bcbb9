package run.radicchio.component.abi;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.HostResources;
import run.radicchio.component.runtime.LiftedResource;
import run.radicchio.component.runtime.ResourceHandle;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.runtime.Subtask;
import run.radicchio.component.runtime.Task;
import run.radicchio.component.type.ResourceType;

/**
 * Resources, owned and borrowed. One of the host is its Java object; one of a guest is a {@link
 * LiftedResource}.
 *
 * @param java the Java interface of the host that the type stands for, or null
 */
record ResourceCodec(ResourceType type, boolean own, @Nullable Class<?> java)
    implements HandleCodec {

  private RuntimeResource resource(Context context) {
    return java == null ? context.instance().resource(type) : HostResources.of(type);
  }

  @Override
  public Object fromIndex(Context context, int index) {
    RuntimeResource resource = resource(context);
    Object representation;
    if (own) {
      representation = ResourceHandle.take(context.instance(), index, resource);
    } else {
      ResourceHandle handle = ResourceHandle.get(context.instance(), index, resource);
      Subtask lender = context.lender();
      if (lender != null) {
        lender.addLender(handle);
      }
      representation = handle.representation();
    }
    return resource.owner() == null
        ? representation
        : new LiftedResource(resource, representation, own);
  }

  @Override
  public int toIndex(Context context, @Nullable Object value) {
    RuntimeResource resource = resource(context);
    Object representation =
        value instanceof LiftedResource lifted
            ? own ? lifted.give(resource) : lifted.lend(resource, context.borrower())
            : hostRepresentation(resource, value);
    if (own) {
      return ResourceHandle.give(context.instance(), resource, representation);
    }
    if (resource.owner() == context.instance()) {
      return (Integer) representation;
    }
    Task borrower = context.borrower();
    if (borrower == null) {
      throw new IllegalStateException("validation lets nothing borrowed be a result");
    }
    return context
        .instance()
        .handles()
        .add(ResourceHandle.borrow(resource, representation, borrower));
  }

  private Object hostRepresentation(RuntimeResource resource, @Nullable Object value) {
    if (resource.owner() != null) {
      throw new IllegalArgumentException(
          "a %s must be one that a guest made, but is %s".formatted(resource, value));
    }
    Class<?> expected = java == null ? Object.class : java;
    return Representation.require(expected, value);
  }
}
