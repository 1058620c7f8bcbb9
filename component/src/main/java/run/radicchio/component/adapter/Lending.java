package run.radicchio.component.adapter;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;

/** Whether handles can be lent among values. */
final class Lending {
  private Lending() {}

  static boolean isIn(List<? extends @Nullable Binding> bindings) {
    return bindings.stream().filter(Objects::nonNull).anyMatch(Lending::isIn);
  }

  private static boolean isIn(Binding binding) {
    return switch (binding) {
      case Binding.BorrowOf _ -> true;
      case Binding.ListOf list -> isIn(list.element());
      case Binding.RecordOf record -> isIn(record.fields());
      case Binding.VariantOf variant -> isIn(variant.payloads());
      case Binding.OptionOf option -> isIn(option.element());
      case Binding.Wrapped wrapped -> isIn(wrapped.inner());
      case Binding.ResultOf result ->
          Stream.of(result.ok(), result.error()).filter(Objects::nonNull).anyMatch(Lending::isIn);
      case Binding.Scalar _,
          Binding.NumericList _,
          Binding.EnumOf _,
          Binding.FlagsOf _,
          Binding.Own _,
          Binding.StreamOf _,
          Binding.FutureOf _ ->
          false;
    };
  }
}
