package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.binding.Bindings;
import run.radicchio.component.runtime.Buffer;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.type.ValType;

/** Elements or room for them in guest memory (CanonicalABI, {@code BufferGuestImpl}). */
public final class GuestBuffer implements Elements, Buffer.Sink {
  private final Context context;
  private final @Nullable Codec codec;
  private long address;
  private final int length;
  private int progress;

  /** How elements of a type lie in guest memory. */
  public static final class Element {
    private final @Nullable Codec codec;

    /** Of a type, or of none. */
    public Element(@Nullable ValType type) {
      codec = type == null ? null : Codecs.of(Bindings.dynamic(type), false);
    }
  }

  /** A buffer of a guest; traps unless it is not too long, aligned and in bounds. */
  public GuestBuffer(Element element, Context context, int address, int length) {
    if (Integer.compareUnsigned(length, MAX_LENGTH) > 0) {
      throw new Trap(Trap.Kind.LIST_TOO_LONG, "stream read/write count too large");
    }
    this.context = context;
    this.codec = element.codec;
    this.address = Integer.toUnsignedLong(address);
    this.length = length;
    if (codec != null && length > 0) {
      context.checkPointer(
          this.address,
          codec.layout().alignment(),
          (long) length * codec.size(),
          Trap.Kind.POINTER_OUT_OF_BOUNDS);
    }
  }

  /** How many elements were moved. */
  public int progress() {
    return progress;
  }

  @Override
  public int remaining() {
    return length - progress;
  }

  @Override
  public boolean isZeroLength() {
    return length == 0;
  }

  @Override
  public void moveFrom(Source source, int count) {
    if (codec != null) {
      switch (source) {
        case GuestBuffer guest -> copyFrom(guest, codec, count);
        case HostElements host -> address = host.store(context, address, count);
        default -> throw new IllegalArgumentException("unknown source " + source);
      }
    } else if (source instanceof HostElements host) {
      host.store(context, address, count);
    } else if (source instanceof GuestBuffer guest) {
      guest.progress += count;
    }
    progress += count;
  }

  private void copyFrom(GuestBuffer source, Codec sink, int count) {
    Codec from = source.codec;
    if (from == null) {
      throw new IllegalStateException("both ends have the same type of elements");
    }
    long byteLength = (long) count * sink.size();
    if (sink instanceof ScalarCodec scalar && scalar.isPlain()) {
      MemorySegment.copy(
          source.context.memory(), source.address, context.memory(), address, byteLength);
    } else {
      for (int i = 0; i < count; i++) {
        long offset = (long) i * sink.size();
        context.instance().store().quota().beginCopies();
        sink.store(context, from.load(source.context, source.address + offset), address + offset);
      }
    }
    source.address += byteLength;
    source.progress += count;
    address += byteLength;
  }

  @Override
  public Lying take(int count, ComponentInstance reader) {
    Lying lying = new Lying(context, address);
    progress += count;
    address += codec == null ? 0 : (long) count * codec.size();
    return lying;
  }
}
