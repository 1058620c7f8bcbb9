package run.radicchio.component.abi;

import org.jspecify.annotations.Nullable;

/** What crosses as the index of a handle: resources, streams and futures. */
interface HandleCodec extends Codec {

  /** The value that a guest's index stands for. */
  Object fromIndex(Context context, int index);

  /** An index that stands for a value, for the guest. */
  int toIndex(Context context, @Nullable Object value);

  @Override
  default Layout layout() {
    return Layout.HANDLE;
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
