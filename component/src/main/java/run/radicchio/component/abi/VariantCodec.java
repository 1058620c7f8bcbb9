package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.type.CoreType.NumberType;

/** Variants, and what the canonical ABI treats as such: options, results and enums. */
final class VariantCodec implements Codec {
  private final @Nullable Codec[] payloads;
  private final Shape shape;
  private final int discriminantSize;
  private final int payloadOffset;
  private final int size;
  private final int alignment;
  private final List<NumberType> flat;

  /** How Java represents a value of one of several cases. */
  interface Shape {
    /** The index of a value's case. */
    int caseOf(@Nullable Object value);

    /** A value's payload, null where its case has none. */
    @Nullable Object payloadOf(@Nullable Object value);

    /** The value of a case and a payload. */
    @Nullable Object make(int index, @Nullable Object payload);
  }

  VariantCodec(List<@Nullable Codec> payloads, Shape shape) {
    this.payloads = payloads.toArray(Codec[]::new);
    this.shape = shape;
    discriminantSize = discriminantSize(payloads.size());
    int payloadAlignment = 1;
    int payloadSize = 0;
    List<NumberType> joined = new ArrayList<>();
    for (Codec payload : payloads) {
      if (payload != null) {
        payloadAlignment = Math.max(payloadAlignment, payload.alignment());
        payloadSize = Math.max(payloadSize, payload.size());
        join(joined, payload.flat());
      }
    }
    payloadOffset = FieldList.alignTo(discriminantSize, payloadAlignment);
    alignment = Math.max(discriminantSize, payloadAlignment);
    size = FieldList.alignTo(payloadOffset + payloadSize, alignment);
    joined.addFirst(NumberType.I32);
    flat = List.copyOf(joined);
  }

  private static int discriminantSize(int cases) {
    if (cases <= 1 << 8) {
      return 1;
    }
    return cases <= 1 << 16 ? 2 : 4;
  }

  private static void join(List<NumberType> joined, List<NumberType> flat) {
    for (int i = 0; i < flat.size(); i++) {
      if (i < joined.size()) {
        joined.set(i, join(joined.get(i), flat.get(i)));
      } else {
        joined.add(flat.get(i));
      }
    }
  }

  private static NumberType join(NumberType a, NumberType b) {
    if (a == b) {
      return a;
    }
    return is32Bits(a) && is32Bits(b) ? NumberType.I32 : NumberType.I64;
  }

  private static boolean is32Bits(NumberType type) {
    return type == NumberType.I32 || type == NumberType.F32;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int alignment() {
    return alignment;
  }

  @Override
  public List<NumberType> flat() {
    return flat;
  }

  @Override
  public @Nullable Object load(Context context, long address) {
    MemorySegment memory = context.memory();
    int index =
        checkedCase(
            switch (discriminantSize) {
              case 1 -> memory.get(ValueLayout.JAVA_BYTE, address) & 0xFF;
              case 2 -> memory.get(ScalarCodec.SHORT, address) & 0xFFFF;
              default -> memory.get(ScalarCodec.INT, address);
            });
    Codec payload = payloads[index];
    return shape.make(
        index, payload == null ? null : payload.load(context, address + payloadOffset));
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    int index = shape.caseOf(value);
    MemorySegment memory = context.memory();
    switch (discriminantSize) {
      case 1 -> memory.set(ValueLayout.JAVA_BYTE, address, (byte) index);
      case 2 -> memory.set(ScalarCodec.SHORT, address, (short) index);
      default -> memory.set(ScalarCodec.INT, address, index);
    }
    Codec payload = payloads[index];
    if (payload != null) {
      payload.store(context, shape.payloadOf(value), address + payloadOffset);
    }
  }

  @Override
  public @Nullable Object lift(Context context, Flat in) {
    int end = in.position() + flat.size();
    int index = checkedCase((int) in.next());
    Codec payload = payloads[index];
    Object lifted = payload == null ? null : payload.lift(context, in);
    in.moveTo(end);
    return shape.make(index, lifted);
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    int end = out.position() + flat.size();
    int index = shape.caseOf(value);
    out.putInt(index);
    Codec payload = payloads[index];
    if (payload != null) {
      payload.lower(context, shape.payloadOf(value), out);
    }
    out.fillTo(end);
  }

  private int checkedCase(int index) {
    if (index < 0 || index >= payloads.length) {
      throw new Trap(Trap.Kind.INVALID_DISCRIMINANT);
    }
    return index;
  }
}
