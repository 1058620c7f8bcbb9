package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** Variants, and what the canonical ABI treats as such: options, results and enums. */
final class VariantCodec implements Codec {
  private final @Nullable Codec[] payloads;
  private final Shape shape;
  private final Layout.Cases layout;

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
    List<@Nullable Layout> layouts = new ArrayList<>(payloads.size());
    for (Codec payload : payloads) {
      layouts.add(payload == null ? null : payload.layout());
    }
    this.layout = Layout.casesOf(layouts);
  }

  @Override
  public Layout layout() {
    return layout.whole();
  }

  @Override
  public @Nullable Object load(Context context, long address) {
    MemorySegment memory = context.memory();
    int index =
        checkedCase(
            switch (layout.discriminant().size()) {
              case 1 -> memory.get(ValueLayout.JAVA_BYTE, address) & 0xFF;
              case 2 -> memory.get(ScalarCodec.SHORT, address) & 0xFFFF;
              default -> memory.get(ScalarCodec.INT, address);
            });
    Codec payload = payloads[index];
    return shape.make(
        index, payload == null ? null : payload.load(context, address + layout.payloadOffset()));
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    int index = shape.caseOf(value);
    MemorySegment memory = context.memory();
    switch (layout.discriminant().size()) {
      case 1 -> memory.set(ValueLayout.JAVA_BYTE, address, (byte) index);
      case 2 -> memory.set(ScalarCodec.SHORT, address, (short) index);
      default -> memory.set(ScalarCodec.INT, address, index);
    }
    Codec payload = payloads[index];
    if (payload != null) {
      payload.store(context, shape.payloadOf(value), address + layout.payloadOffset());
    }
  }

  @Override
  public @Nullable Object lift(Context context, Flat in) {
    int end = in.position() + layout.whole().flat().size();
    int index = checkedCase((int) in.next());
    Codec payload = payloads[index];
    Object lifted = payload == null ? null : payload.lift(context, in);
    in.moveTo(end);
    return shape.make(index, lifted);
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    int end = out.position() + layout.whole().flat().size();
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
