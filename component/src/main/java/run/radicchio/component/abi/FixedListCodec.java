package run.radicchio.component.abi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists whose length is part of their type, as {@code java.util.List}. */
record FixedListCodec(Codec element, int length) implements Codec {

  @Override
  public Layout layout() {
    return Layout.repeated(element.layout(), length);
  }

  @Override
  public Object load(Context context, long address) {
    List<@Nullable Object> values = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      values.add(element.load(context, address + (long) i * element.size()));
    }
    return Collections.unmodifiableList(values);
  }

  @Override
  public Object lift(Context context, Flat in) {
    List<@Nullable Object> values = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      values.add(element.lift(context, in));
    }
    return Collections.unmodifiableList(values);
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    long next = address;
    for (Object each : elements(value)) {
      element.store(context, each, next);
      next += element.size();
    }
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    for (Object each : elements(value)) {
      element.lower(context, each, out);
    }
  }

  private List<?> elements(@Nullable Object value) {
    List<?> values = Representation.require(List.class, value);
    if (values.size() != length) {
      throw new IllegalArgumentException(
          "a list must have %d elements, but has %d".formatted(length, values.size()));
    }
    return values;
  }
}
