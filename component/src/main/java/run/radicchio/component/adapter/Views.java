package run.radicchio.component.adapter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;

/**
 * What a guest returns is copied: a view of its memory would outlive what it shows, since the
 * memory of a result is freed at once.
 */
final class Views {
  private Views() {}

  /** The binding of values without views of guest memory. */
  static @Nullable Binding copied(@Nullable Binding binding) {
    return switch (binding) {
      case Binding.NumericList list when list.container() == ByteBuffer.class ->
          new Binding.Wrapped(
              new Binding.NumericList(list.type(), byte[].class),
              bytes -> ByteBuffer.wrap((byte[]) bytes),
              buffer -> ((ByteBuffer) buffer).array());
      case Binding.ListOf(var type, Binding element) ->
          new Binding.ListOf(type, present(copied(element)));
      case Binding.OptionOf(var type, Binding element, boolean optional) ->
          new Binding.OptionOf(type, present(copied(element)), optional);
      case Binding.RecordOf record ->
          new Binding.RecordOf(
              record.type(),
              record.fields().stream().map(field -> present(copied(field))).toList(),
              record.make(),
              record.parts(),
              record.java());
      case Binding.VariantOf variant ->
          new Binding.VariantOf(
              variant.type(),
              all(variant.payloads()),
              variant.make(),
              variant.caseOf(),
              variant.payloadOf(),
              variant.java());
      case Binding.ResultOf(var type, Binding ok, Binding error) ->
          new Binding.ResultOf(type, copied(ok), copied(error));
      case null, default -> binding;
    };
  }

  private static List<@Nullable Binding> all(List<@Nullable Binding> bindings) {
    List<@Nullable Binding> copied = new ArrayList<>(bindings.size());
    for (Binding binding : bindings) {
      copied.add(copied(binding));
    }
    return copied;
  }

  private static Binding present(@Nullable Binding binding) {
    if (binding == null) {
      throw new IllegalStateException("only cases can have no payload");
    }
    return binding;
  }
}
