package run.radicchio.component.abi;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.type.PrimitiveType;

/**
 * Takes values from one Java representation to another of the same type, where no guest is between:
 * the host calls a function of the host that a component only hands on.
 */
@FunctionalInterface
public interface Conversion {
  /** The same value in the other representation. */
  @Nullable Object apply(@Nullable Object value);

  /** Of two bindings of one type; null stands for no value. */
  static Conversion of(@Nullable Binding from, @Nullable Binding to) {
    if (from == null || to == null) {
      return _ -> null;
    }
    if (from instanceof Binding.Wrapped wrapped) {
      Conversion inner = of(wrapped.inner(), to);
      return value -> inner.apply(wrapped.unwrap().apply(present(value)));
    }
    return switch (to) {
      case Binding.Scalar(PrimitiveType type) -> value -> scalar(type, value);
      case Binding.NumericList list -> value -> numbers(elements(value), list.container());
      case Binding.ListOf list -> list(from, list);
      case Binding.RecordOf record -> record((Binding.RecordOf) from, record);
      case Binding.VariantOf variant ->
          cases(
              VariantShapes.of((Binding.VariantOf) from),
              ((Binding.VariantOf) from).payloads(),
              VariantShapes.of(variant),
              variant.payloads());
      case Binding.EnumOf enumeration -> {
        VariantCodec.Shape given = VariantShapes.of((Binding.EnumOf) from);
        yield value -> enumeration.make().apply(given.caseOf(value));
      }
      case Binding.FlagsOf flags -> {
        Binding.FlagsOf given = (Binding.FlagsOf) from;
        yield value -> flags.make().apply(given.bitsOf().applyAsInt(present(value)));
      }
      case Binding.OptionOf option -> {
        Binding.OptionOf given = (Binding.OptionOf) from;
        yield cases(
            VariantShapes.of(given),
            Arrays.asList(null, given.element()),
            VariantShapes.of(option),
            Arrays.asList(null, option.element()));
      }
      case Binding.ResultOf result -> {
        Binding.ResultOf given = (Binding.ResultOf) from;
        yield cases(
            VariantShapes.Success.INSTANCE,
            Arrays.asList(given.ok(), given.error()),
            VariantShapes.Success.INSTANCE,
            Arrays.asList(result.ok(), result.error()));
      }
      case Binding.Own own -> resource(own.java());
      case Binding.BorrowOf borrow -> resource(borrow.java());
      case Binding.Wrapped wrapped -> {
        Conversion inner = of(from, wrapped.inner());
        yield value -> wrapped.wrap().apply(present(inner.apply(value)));
      }
      case Binding.StreamOf stream -> stream((Binding.StreamOf) from, stream);
      case Binding.FutureOf future -> {
        Conversion element = of(((Binding.FutureOf) from).element(), future.element());
        yield value -> {
          CompletionStage<?> stage = Representation.require(CompletionStage.class, value);
          return stage.thenApply(element::apply);
        };
      }
    };
  }

  private static Conversion stream(Binding.StreamOf from, Binding.StreamOf to) {
    Conversion item =
        !from.chunked() && to.item() instanceof Binding.NumericList list && to.chunked()
            ? element -> numbers(Collections.singletonList(element), list.container())
            : of(from.item(), to.item());
    boolean breaksUp = from.chunked() && !to.chunked();
    return value -> {
      Flow.Publisher<?> items = Representation.require(Flow.Publisher.class, value);
      return breaksUp
          ? new BrokenUpStream(items, Conversion::elements)
          : new ConvertedStream(items, item);
    };
  }

  private static Object scalar(PrimitiveType type, @Nullable Object value) {
    return switch (type) {
      case BOOL -> Representation.require(Boolean.class, value);
      case S8, U8 -> Representation.require(Byte.class, value);
      case S16, U16 -> Representation.require(Short.class, value);
      case S32, U32 -> Representation.require(Integer.class, value);
      case S64, U64 -> Representation.require(Long.class, value);
      case F32 -> Representation.require(Float.class, value);
      case F64 -> Representation.require(Double.class, value);
      case CHAR -> ScalarCodec.lowerableChar(Representation.require(Integer.class, value));
      case STRING -> Representation.require(String.class, value);
      case ERROR_CONTEXT -> present(value);
    };
  }

  private static Object present(@Nullable Object value) {
    return Representation.require(Object.class, value);
  }

  /** One of the host is its own object. */
  private static Conversion resource(@Nullable Class<?> java) {
    Class<?> expected = java == null ? Object.class : java;
    return value -> Representation.require(expected, value);
  }

  private static Conversion list(Binding from, Binding.ListOf to) {
    if (from instanceof Binding.ListOf given) {
      Conversion element = of(given.element(), to.element());
      return value -> {
        List<@Nullable Object> converted = new ArrayList<>();
        elements(value).forEach(each -> converted.add(element.apply(each)));
        return Collections.unmodifiableList(converted);
      };
    }
    return Conversion::elements;
  }

  /** What is in a list, or in an array or a buffer of numbers. */
  private static List<?> elements(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    Object array = present(value);
    if (array instanceof Function) {
      array = DeferredBytes.bytes(array);
    } else if (array instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      array = bytes;
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  private static Object numbers(List<?> elements, Class<?> container) {
    Class<?> element = container.isArray() ? container.getComponentType() : byte.class;
    Object array = Array.newInstance(element, elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Array.set(array, i, elements.get(i));
    }
    if (container == Function.class) {
      return DeferredBytes.of((byte[]) array);
    }
    return container == ByteBuffer.class ? ByteBuffer.wrap((byte[]) array) : array;
  }

  private static Conversion record(Binding.RecordOf from, Binding.RecordOf to) {
    List<Conversion> fields = new ArrayList<>();
    for (int i = 0; i < to.fields().size(); i++) {
      fields.add(of(from.fields().get(i), to.fields().get(i)));
    }
    return value -> {
      @Nullable Object[] parts = from.parts().apply(present(value)).clone();
      for (int i = 0; i < parts.length; i++) {
        parts[i] = fields.get(i).apply(parts[i]);
      }
      return to.make().apply(parts);
    };
  }

  private static Conversion cases(
      VariantCodec.Shape from,
      List<@Nullable Binding> given,
      VariantCodec.Shape to,
      List<@Nullable Binding> wanted) {
    List<Conversion> payloads = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      payloads.add(of(given.get(i), wanted.get(i)));
    }
    return value -> {
      int index = from.caseOf(value);
      boolean hasPayload = given.get(index) != null;
      return to.make(index, hasPayload ? payloads.get(index).apply(from.payloadOf(value)) : null);
    };
  }
}
