package run.radicchio.component.abi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.runtime.CopyEnd;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.PrimitiveType;

/** Makes codecs from bindings. */
final class Codecs {
  private final boolean host;

  private Codecs(boolean host) {
    this.host = host;
  }

  /**
   * The codec of a binding.
   *
   * @param host whether streams and futures are for the host, or on their way from guest to guest
   */
  static Codec of(Binding binding, boolean host) {
    return new Codecs(host).codec(binding);
  }

  private Codec codec(Binding binding) {
    return switch (binding) {
      case Binding.Scalar scalar ->
          scalar.type() == PrimitiveType.STRING
              ? StringCodec.INSTANCE
              : new ScalarCodec(scalar.type());
      case Binding.NumericList list ->
          new NumericListCodec(list.container(), Layout.of(list.type().element()).size());
      case Binding.ListOf(ListType type, Binding element) -> list(type, codec(element));
      case Binding.RecordOf record ->
          new RecordCodec(
              new FieldList(record.fields().stream().map(this::codec).toList()),
              record.make(),
              record.parts());
      case Binding.VariantOf variant ->
          new VariantCodec(optional(variant.payloads()), VariantShapes.of(variant));
      case Binding.EnumOf enumeration ->
          new VariantCodec(
              Collections.nCopies(enumeration.type().names().size(), null),
              VariantShapes.of(enumeration));
      case Binding.FlagsOf flags ->
          new FlagsCodec(flags.type().names().size(), flags.make(), flags.bitsOf());
      case Binding.OptionOf option ->
          new VariantCodec(optional(null, option.element()), VariantShapes.of(option));
      case Binding.ResultOf result ->
          new VariantCodec(optional(result.ok(), result.error()), VariantShapes.Success.INSTANCE);
      case Binding.Own own -> new ResourceCodec(own.type().resource(), true, own.java());
      case Binding.BorrowOf borrow ->
          new ResourceCodec(borrow.type().resource(), false, borrow.java());
      case Binding.Wrapped wrapped ->
          new WrappedCodec(codec(wrapped.inner()), wrapped.wrap(), wrapped.unwrap());
      case Binding.StreamOf stream ->
          new TransferCodec(
              CopyEnd.Kind.READABLE_STREAM,
              stream.type().element(),
              optional(stream.item()),
              stream.chunked(),
              host);
      case Binding.FutureOf future ->
          new TransferCodec(
              CopyEnd.Kind.READABLE_FUTURE,
              future.type().element(),
              optional(future.element()),
              false,
              host);
    };
  }

  private static Codec list(ListType type, Codec element) {
    Integer length = type.length();
    return length == null ? new ListCodec(element) : new FixedListCodec(element, length);
  }

  private @Nullable Codec optional(@Nullable Binding binding) {
    return binding == null ? null : codec(binding);
  }

  private List<@Nullable Codec> optional(@Nullable Binding first, @Nullable Binding second) {
    List<@Nullable Binding> both = new ArrayList<>(2);
    both.add(first);
    both.add(second);
    return optional(both);
  }

  private List<@Nullable Codec> optional(List<@Nullable Binding> bindings) {
    List<@Nullable Codec> codecs = new ArrayList<>(bindings.size());
    for (Binding binding : bindings) {
      codecs.add(optional(binding));
    }
    return codecs;
  }
}
