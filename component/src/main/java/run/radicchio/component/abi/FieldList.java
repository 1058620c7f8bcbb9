package run.radicchio.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that lie one after the other: the fields of a record, parameters in memory. */
final class FieldList {
  private final Codec[] codecs;
  private final Layout.Sequence layout;

  FieldList(List<Codec> fields) {
    codecs = fields.toArray(Codec[]::new);
    layout = Layout.sequence(fields.stream().map(Codec::layout).toList());
  }

  Layout layout() {
    return layout.whole();
  }

  @Nullable Object[] load(Context context, long address) {
    @Nullable Object[] values = new Object[codecs.length];
    for (int i = 0; i < codecs.length; i++) {
      values[i] = codecs[i].load(context, address + layout.offsets().get(i));
    }
    return values;
  }

  void store(Context context, @Nullable Object[] values, long address) {
    for (int i = 0; i < codecs.length; i++) {
      codecs[i].store(context, values[i], address + layout.offsets().get(i));
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
