package run.radicchio.component.adapter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/** Finds the handles among the values of a function, always in the same order. */
public final class HandleUses {
  private final List<Use> uses = new ArrayList<>();
  private boolean lifted;

  /**
   * A handle among values.
   *
   * @param binding what it is in Java, told apart by identity
   * @param type what it is to the component
   * @param lifted whether it comes from the guest, or else goes to it
   */
  public record Use(Binding binding, ValType type, boolean lifted) {}

  private HandleUses() {}

  /** Those of a function whose type equals a Java method's but for resource types. */
  public static List<Use> of(FunctionBinding function, FuncType type) {
    HandleUses found = new HandleUses();
    List<ValType> parameters = type.parameterTypes();
    for (int i = 0; i < parameters.size(); i++) {
      found.find(function.parameters().get(i), parameters.get(i));
    }
    found.lifted = true;
    found.find(function.wholeResult(), type.result());
    return List.copyOf(found.uses);
  }

  private void find(@Nullable Binding binding, @Nullable ValType declared) {
    if (binding == null || declared == null) {
      return;
    }
    ValType type = declared.structure();
    switch (binding) {
      case Binding.Own own -> add(own, type);
      case Binding.BorrowOf borrow -> add(borrow, type);
      case Binding.StreamOf stream -> add(stream, type);
      case Binding.FutureOf future -> add(future, type);
      case Binding.ListOf list -> find(list.element(), ((ListType) type).element());
      case Binding.OptionOf option -> find(option.element(), ((OptionType) type).element());
      case Binding.RecordOf record -> {
        List<Copying.Pair> fields = Parts.of(type, type);
        for (int i = 0; i < fields.size(); i++) {
          find(record.fields().get(i), fields.get(i).given());
        }
      }
      case Binding.VariantOf variant -> {
        List<VariantType.Case> cases = ((VariantType) type).cases();
        for (int i = 0; i < cases.size(); i++) {
          find(variant.payloads().get(i), cases.get(i).type());
        }
      }
      case Binding.ResultOf result -> {
        ResultType both = (ResultType) type;
        find(result.ok(), both.ok());
        find(result.error(), both.error());
      }
      case Binding.Wrapped wrapped -> find(wrapped.inner(), type);
      case Binding.Scalar _, Binding.NumericList _, Binding.EnumOf _, Binding.FlagsOf _ -> {}
    }
  }

  private void add(Binding binding, ValType type) {
    if (numberOf(uses, binding, lifted) < 0) {
      uses.add(new Use(binding, type, lifted));
    }
  }

  /** Which of several uses one is; -1 if it is none of them. */
  @SuppressWarnings("ReferenceEquality") // equal bindings can stand for different resource types
  static int numberOf(List<Use> uses, Binding binding, boolean lifted) {
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).binding() == binding && uses.get(i).lifted() == lifted) {
        return i;
      }
    }
    return -1;
  }
}
