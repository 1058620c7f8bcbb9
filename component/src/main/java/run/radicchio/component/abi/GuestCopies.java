package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import run.radicchio.component.binding.Bindings;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.ErrorContext;
import run.radicchio.component.runtime.ResourceHandle;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.runtime.Subtask;
import run.radicchio.component.runtime.Task;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ValType;

/**
 * What generated adapters call to copy values from one guest to another. Ranges are as in {@link
 * GuestValues}.
 */
public final class GuestCopies {
  private GuestCopies() {}

  /** Copies a string; returns where it lies. */
  public static long copyString(int address, int taggedCodeUnits, Context from, Context to) {
    return StringCodec.copy(from, Integer.toUnsignedLong(address), taggedCodeUnits, to);
  }

  /** Copies a list whose elements are their bytes; returns where it lies. */
  public static long copyList(
      int address, int length, Context from, Context to, int size, int alignment) {
    GuestValues.checkList(address, length, from, size, alignment);
    long range = GuestValues.allocateList(length, to, size, alignment);
    MemorySegment.copy(
        from.memory(),
        Integer.toUnsignedLong(address),
        to.memory(),
        range & 0xFFFF_FFFFL,
        Integer.toUnsignedLong(length) * size);
    return range;
  }

  /** Gives the other guest a handle of the same error context. */
  public static int copyErrorContext(int index, Context from, Context to) {
    return to.instance().handles().add(from.instance().handle(index, ErrorContext.class));
  }

  /** Moves an owned resource. */
  public static int moveOwn(
      int index, Context from, Context to, ResourceType given, ResourceType taken) {
    Object representation =
        ResourceHandle.take(from.instance(), index, from.instance().resource(given));
    ComponentInstance taker = to.instance();
    return ResourceHandle.give(taker, taker.resource(taken), representation);
  }

  /** Lends a resource: who defines it gets what it stands for, and others a handle. */
  public static int lend(
      int index, Context from, Context to, ResourceType given, ResourceType taken) {
    ResourceHandle handle =
        ResourceHandle.get(from.instance(), index, from.instance().resource(given));
    Subtask lender = from.lender();
    if (lender != null) {
      lender.addLender(handle);
    }
    RuntimeResource resource = to.instance().resource(taken);
    if (resource.owner() == to.instance()) {
      return (Integer) handle.representation();
    }
    Task borrower = to.borrower();
    if (borrower == null) {
      throw new IllegalStateException("validation lets nothing borrowed be a result");
    }
    return to.instance()
        .handles()
        .add(ResourceHandle.borrow(resource, handle.representation(), borrower));
  }

  /** Moves the readable end of a stream or future. */
  public static int moveEnd(int index, Context from, Context to, Ends ends) {
    return ends.taken.toIndex(to, ends.given.fromIndex(from, index));
  }

  /** The readable end of a stream or future, as two guests have it. */
  public record Ends(HandleCodec given, HandleCodec taken) {
    /** Of a type that both have, but for the resource types that they speak of. */
    public static Ends of(ValType given, ValType taken) {
      return new Ends(end(given), end(taken));
    }

    private static HandleCodec end(ValType type) {
      if (Codecs.of(Bindings.dynamic(type), false) instanceof HandleCodec codec) {
        return codec;
      }
      throw new IllegalArgumentException(type + " is no stream or future");
    }
  }
}
