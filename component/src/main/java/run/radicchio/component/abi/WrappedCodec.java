package run.radicchio.component.abi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values inside objects of Java's own. */
record WrappedCodec(Codec inner, Function<Object, Object> wrap, Function<Object, Object> unwrap)
    implements Codec {

  @Override
  public Layout layout() {
    return inner.layout();
  }

  @Override
  public Object load(Context context, long address) {
    return wrapped(inner.load(context, address));
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    inner.store(context, unwrapped(value), address);
  }

  @Override
  public Object lift(Context context, Flat in) {
    return wrapped(inner.lift(context, in));
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    inner.lower(context, unwrapped(value), out);
  }

  private Object wrapped(@Nullable Object value) {
    return wrap.apply(Representation.require(Object.class, value));
  }

  private Object unwrapped(@Nullable Object value) {
    return unwrap.apply(Representation.require(Object.class, value));
  }
}
