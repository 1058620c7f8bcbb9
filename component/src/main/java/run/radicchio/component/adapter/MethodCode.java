package run.radicchio.component.adapter;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.validation.Flattening;

/**
 * Writes what all code has in common through which a Java method calls a guest: what lowers its
 * arguments, and what lifts its result.
 */
final class MethodCode {
  private final FunctionBinding function;
  private final AdapterClass owner;
  private final List<HandleUses.Use> uses;
  private final Layout.Sequence parameters;
  private final @Nullable Binding result;

  /** What becomes of a result. */
  interface Outcome {
    /** It is on the stack, as its carrier; nothing where the function returns nothing. */
    void returned(CodeBuilder code);

    /** The payload of an error is on the stack, as an object. */
    void failed(CodeBuilder code);
  }

  /** For a class that is written. */
  MethodCode(FunctionBinding function, AdapterClass owner) {
    this.function = function;
    this.owner = owner;
    this.uses = HandleUses.of(function, function.type());
    this.parameters = Members.layout(function.parameters());
    this.result = Views.copied(function.result());
  }

  /** What the method returns; null if nothing. */
  @Nullable Binding result() {
    return result;
  }

  /** What the core function takes. */
  List<NumberType> coreParameters() {
    return Words.types(parameters.whole().flat(), Flattening.MAX_PARAMETERS);
  }

  /** The result, where nothing of it is in memory. */
  List<NumberType> flatResult() {
    ValType type = function.type().result();
    return type == null ? List.of() : Layout.of(type).flat();
  }

  /**
   * Lowers the arguments.
   *
   * @param into what the core function takes
   * @param push pushes an argument, as its carrier
   */
  void lower(CodeBuilder code, int context, Words into, IntConsumer push) {
    Sink sink = into.sink();
    Layout layout = parameters.whole();
    if (layout.flat().size() > Flattening.MAX_PARAMETERS) {
      int address = Pointers.allocate(code, context, layout);
      code.lload(address).l2i();
      sink.put(code, NumberType.I32, Integer.BYTES);
      sink = new Sink.MemorySink(context, address, 0);
    }
    Lowering lowering = new Lowering(owner, code, context, new Handles.OfGuest(uses, false));
    for (int i = 0; i < function.parameters().size(); i++) {
      push.accept(i);
      lowering.lower(
          function.parameters().get(i),
          sink.part(parameters.positions().get(i), parameters.offsets().get(i)));
    }
  }

  /**
   * Lifts the result.
   *
   * @param from what the core function or {@code task.return} gave
   * @param max how many flat values that can be
   */
  void lift(CodeBuilder code, int context, Words from, int max, Outcome outcome) {
    ValType type = function.type().result();
    if (type == null) {
      outcome.returned(code);
      return;
    }
    Source source = from.source(code, max, Layout.of(type), context);
    Lifting lifting = new Lifting(owner, code, context, new Handles.OfGuest(uses, true));
    if (function.error() == null) {
      liftReturned(lifting, source, outcome);
      return;
    }
    Binding payload = Views.copied(function.error().payload());
    Layout.Cases cases = Layout.cases(Members.optional(result, payload));
    Source value = source.part(1, cases.payloadOffset());
    lifting.pushCase(2, cases, source);
    code.ifThenElse(
        failed -> {
          if (payload != null) {
            lifting.in(failed, context).lift(payload, value);
          }
          Carriers.box(failed, payload);
          outcome.failed(failed);
        },
        fine -> liftReturned(lifting.in(fine, context), value, outcome));
  }

  private void liftReturned(Lifting lifting, Source source, Outcome outcome) {
    if (result != null) {
      lifting.lift(result, source);
    }
    outcome.returned(lifting.code());
  }
}
