package run.radicchio.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType.NumberType;

/** What crosses as the index of a handle: resources, streams and futures. */
interface HandleCodec extends Codec {

  /** The value that a guest's index stands for. */
  Object fromIndex(Context context, int index);

  /** An index that stands for a value, for the guest. */
  int toIndex(Context context, @Nullable Object value);

  @Override
  default int size() {
    return 4;
  }

  @Override
  default int alignment() {
    return 4;
  }

  @Override
  default List<NumberType> flat() {
    return List.of(NumberType.I32);
  }

  @Override
  default Object load(Context context, long address) {
    return fromIndex(context, context.memory().get(ScalarCodec.INT, address));
  }

  @Override
  default void store(Context context, @Nullable Object value, long address) {
    int index = toIndex(context, value);
    context.memory().set(ScalarCodec.INT, address, index);
  }

  @Override
  default Object lift(Context context, Flat in) {
    return fromIndex(context, (int) in.next());
  }

  @Override
  default void lower(Context context, @Nullable Object value, Flat out) {
    out.putInt(toIndex(context, value));
  }
}
