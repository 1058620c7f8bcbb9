package run.radicchio.component.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeText;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

/** Writes values of known types, the same text as wasmtime's command writes. */
final class WaveWriter {
  private final StringBuilder text;

  WaveWriter(StringBuilder text) {
    this.text = text;
  }

  void value(Object value, ValType type) {
    switch (type) {
      case NamedType named -> value(value, named.type());
      case PrimitiveType primitive -> primitive(value, primitive);
      case ListType list -> list((List<?>) value, list.element());
      case MapType map -> list((List<?>) value, new TupleType(List.of(map.key(), map.value())));
      case TupleType tuple -> tuple((List<?>) value, tuple);
      case RecordType record -> record((RecordValue) value, record);
      case FlagsType flags -> flags((Set<?>) value, flags);
      case EnumType enumeration -> label((String) value);
      case VariantType variant -> variant((VariantValue) value, variant);
      case OptionType option -> option((Optional<?>) value, option);
      case ResultType result -> result((Result<?, ?>) value, result);
      case OwnType handle -> throw unwritable(type);
      case BorrowType handle -> throw unwritable(type);
      case StreamType stream -> throw unwritable(type);
      case FutureType future -> throw unwritable(type);
    }
  }

  private static IllegalArgumentException unwritable(ValType type) {
    return new IllegalArgumentException("WAVE cannot write a value of type " + TypeText.of(type));
  }

  private void primitive(Object value, PrimitiveType type) {
    switch (type) {
      case BOOL, S8, S16, S32, S64 -> text.append(value);
      case U8 -> text.append(Byte.toUnsignedInt((Byte) value));
      case U16 -> text.append(Short.toUnsignedInt((Short) value));
      case U32 -> text.append(Integer.toUnsignedString((Integer) value));
      case U64 -> text.append(Long.toUnsignedString((Long) value));
      case F32, F64 -> text.append(floating((Number) value));
      case CHAR -> quoted(Character.toString((Integer) value), '\'');
      case STRING -> quoted((String) value, '"');
      case ERROR_CONTEXT -> throw unwritable(type);
    }
  }

  /** The shortest decimal that is read as the same number, without an exponent. */
  private static String floating(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return "nan";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
    // Java writes two digits at least, where the one of a subnormal number can be enough.
    BigDecimal digit = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
    boolean enough =
        number instanceof Float ? digit.floatValue() == value : digit.doubleValue() == value;
    boolean negativeZero = value == 0 && 1 / value < 0;
    return (negativeZero ? "-" : "") + (enough ? digit : decimal).toPlainString();
  }

  private void quoted(String content, char quote) {
    text.append(quote);
    content.codePoints().forEach(this::character);
    text.append(quote);
  }

  private void character(int character) {
    int escape = "\\'\"\t\n\r".indexOf(character);
    if (escape >= 0) {
      text.append('\\').append("\\'\"tnr".charAt(escape));
    } else if (isPrintable(character)) {
      text.appendCodePoint(character);
    } else {
      text.append("\\u{").append(Integer.toHexString(character)).append('}');
    }
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      case Character.SPACE_SEPARATOR -> character == ' ';
      default -> true;
    };
  }

  private void list(List<?> elements, ValType type) {
    text.append('[');
    String separator = "";
    for (Object element : elements) {
      text.append(separator);
      value(element, type);
      separator = ", ";
    }
    text.append(']');
  }

  private void tuple(List<?> elements, TupleType type) {
    text.append('(');
    for (int i = 0; i < elements.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      value(elements.get(i), type.elements().get(i));
    }
    text.append(')');
  }

  private void record(RecordValue value, RecordType type) {
    int start = text.append('{').length();
    for (int i = 0; i < type.fields().size(); i++) {
      RecordType.Field field = type.fields().get(i);
      Object fieldValue = value.fields().get(i);
      if (!fieldValue.equals(Optional.empty())) {
        text.append(text.length() == start ? "" : ", ").append(field.name()).append(": ");
        value(fieldValue, field.type());
      }
    }
    text.append(text.length() == start ? ":}" : "}");
  }

  private void flags(Set<?> set, FlagsType type) {
    List<String> names = new ArrayList<>(type.names());
    names.retainAll(set);
    text.append('{').append(String.join(", ", names)).append('}');
  }

  private void variant(VariantValue value, VariantType type) {
    label(value.name());
    type.cases().stream()
        .filter(one -> one.name().equals(value.name()))
        .forEach(one -> payload(value.payload(), one.type()));
  }

  private void option(Optional<?> value, OptionType type) {
    text.append(value.isPresent() ? "some" : "none");
    value.ifPresent(payload -> payload(payload, type.element()));
  }

  private void result(Result<?, ?> value, ResultType type) {
    switch (value) {
      case Result.Ok<?, ?>(Object payload) -> {
        text.append("ok");
        payload(payload, type.ok());
      }
      case Result.Err<?, ?>(Object payload) -> {
        text.append("err");
        payload(payload, type.error());
      }
    }
  }

  private void payload(@Nullable Object payload, @Nullable ValType type) {
    if (payload != null && type != null) {
      text.append('(');
      value(payload, type);
      text.append(')');
    }
  }

  private void label(String name) {
    text.append(Wave.KEYWORDS.contains(name) ? "%" : "").append(name);
  }
}
