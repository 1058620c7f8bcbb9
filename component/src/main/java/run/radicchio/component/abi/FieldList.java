package run.radicchio.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType.NumberType;

/** Values that lie one after the other: the fields of a record, parameters in memory. */
final class FieldList {
  private final Codec[] codecs;
  private final int[] offsets;
  private final int size;
  private final int alignment;
  private final List<NumberType> flat;

  FieldList(List<Codec> fields) {
    codecs = fields.toArray(Codec[]::new);
    offsets = new int[codecs.length];
    int end = 0;
    int strictest = 1;
    for (int i = 0; i < codecs.length; i++) {
      offsets[i] = alignTo(end, codecs[i].alignment());
      end = offsets[i] + codecs[i].size();
      strictest = Math.max(strictest, codecs[i].alignment());
    }
    size = alignTo(end, strictest);
    alignment = strictest;
    flat = fields.stream().flatMap(field -> field.flat().stream()).toList();
  }

  /** The next address that is a multiple of an alignment, a power of two. */
  static int alignTo(int address, int alignment) {
    return (address + alignment - 1) & -alignment;
  }

  int size() {
    return size;
  }

  int alignment() {
    return alignment;
  }

  List<NumberType> flat() {
    return flat;
  }

  @Nullable Object[] load(Context context, long address) {
    @Nullable Object[] values = new Object[codecs.length];
    for (int i = 0; i < codecs.length; i++) {
      values[i] = codecs[i].load(context, address + offsets[i]);
    }
    return values;
  }

  void store(Context context, @Nullable Object[] values, long address) {
    for (int i = 0; i < codecs.length; i++) {
      codecs[i].store(context, values[i], address + offsets[i]);
    }
  }

  @Nullable Object[] lift(Context context, Flat in) {
    @Nullable Object[] values = new Object[codecs.length];
    for (int i = 0; i < codecs.length; i++) {
      values[i] = codecs[i].lift(context, in);
    }
    return values;
  }

  void lower(Context context, @Nullable Object[] values, Flat out) {
    for (int i = 0; i < codecs.length; i++) {
      codecs[i].lower(context, values[i], out);
    }
  }
}
