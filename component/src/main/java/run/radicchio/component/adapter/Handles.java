package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.GUEST_VALUES;
import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.runtime.HostResources;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.type.ResourceType;

/** How generated code treats resources, streams and futures. */
sealed interface Handles {

  /** Pops an index and pushes what it stands for. The context is in a local variable. */
  void lift(AdapterClass owner, CodeBuilder code, int context, Binding binding);

  /** Pops an object and pushes the index of a handle to it. */
  void lower(AdapterClass owner, CodeBuilder code, int context, Binding binding);

  /** For what guests import: resources are the host's own, the same in every instance. */
  record OfHost() implements Handles {
    private static final ClassDesc RESOURCE = Descriptors.of(RuntimeResource.class);
    private static final ClassDesc END = Descriptors.of(GuestValues.End.class);

    @Override
    public void lift(AdapterClass owner, CodeBuilder code, int context, Binding binding) {
      code.aload(context);
      switch (binding) {
        case Binding.Own own -> lift(owner, code, "liftOwn", own.type().resource());
        case Binding.BorrowOf borrow -> lift(owner, code, "liftBorrow", borrow.type().resource());
        default -> {
          owner.pushConstant(code, GuestValues.End.of(binding), END);
          code.invokestatic(GUEST_VALUES, "liftEnd", type(OBJECT, INT, CONTEXT, END));
        }
      }
    }

    private static void lift(
        AdapterClass owner, CodeBuilder code, String method, ResourceType resource) {
      owner.pushConstant(code, HostResources.of(resource), RESOURCE);
      code.invokestatic(GUEST_VALUES, method, type(OBJECT, INT, CONTEXT, RESOURCE));
    }

    @Override
    public void lower(AdapterClass owner, CodeBuilder code, int context, Binding binding) {
      code.aload(context);
      switch (binding) {
        case Binding.Own(var type, Class<?> java) ->
            lower(owner, code, "lowerOwn", type.resource(), java);
        case Binding.BorrowOf(var type, Class<?> java) ->
            lower(owner, code, "lowerBorrow", type.resource(), java);
        default -> {
          owner.pushConstant(code, GuestValues.End.of(binding), END);
          code.invokestatic(GUEST_VALUES, "lowerEnd", type(INT, OBJECT, CONTEXT, END));
        }
      }
    }

    private static void lower(
        AdapterClass owner,
        CodeBuilder code,
        String method,
        ResourceType resource,
        @Nullable Class<?> java) {
      if (java == null) {
        throw new IllegalArgumentException("no Java interface stands for " + resource);
      }
      ClassDesc interfaceType = Descriptors.of(Class.class);
      owner.pushConstant(code, HostResources.of(resource), RESOURCE);
      owner.pushConstant(code, java, interfaceType);
      code.invokestatic(GUEST_VALUES, method, type(INT, OBJECT, CONTEXT, RESOURCE, interfaceType));
    }
  }

  /**
   * For what guests export: what a handle stands for depends on the instance, and its context says
   * it.
   *
   * @param uses the handles, in the order in which the context has their representations
   * @param lifted whether values come from the guest, or else go to it
   */
  record OfGuest(List<HandleUses.Use> uses, boolean lifted) implements Handles {
    @Override
    public void lift(AdapterClass owner, CodeBuilder code, int context, Binding binding) {
      code.aload(context)
          .loadConstant(number(binding))
          .invokestatic(GUEST_VALUES, "liftNumberedEnd", type(OBJECT, INT, CONTEXT, INT));
    }

    @Override
    public void lower(AdapterClass owner, CodeBuilder code, int context, Binding binding) {
      code.aload(context)
          .loadConstant(number(binding))
          .invokestatic(GUEST_VALUES, "lowerNumberedEnd", type(INT, OBJECT, CONTEXT, INT));
    }

    private int number(Binding binding) {
      int number = HandleUses.numberOf(uses, binding, lifted);
      if (number < 0) {
        throw new IllegalStateException("every handle has a number: " + binding);
      }
      return number;
    }
  }
}
