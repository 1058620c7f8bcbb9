package run.radicchio.component.abi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records and tuples.
 *
 * @param fields where each field lies, and what it is
 * @param make makes the Java value from those of its fields
 * @param parts the values of a Java value's fields
 */
record RecordCodec(
    FieldList fields,
    Function<@Nullable Object[], Object> make,
    Function<Object, @Nullable Object[]> parts)
    implements Codec {

  @Override
  public Layout layout() {
    return fields.layout();
  }

  @Override
  public Object load(Context context, long address) {
    return make.apply(fields.load(context, address));
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    fields.store(context, parts(value), address);
  }

  @Override
  public Object lift(Context context, Flat in) {
    return make.apply(fields.lift(context, in));
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    fields.lower(context, parts(value), out);
  }

  private @Nullable Object[] parts(@Nullable Object value) {
    return parts.apply(Representation.require(Object.class, value));
  }
}
