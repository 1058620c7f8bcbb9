package run.radicchio.component.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.text.WaveLexer.Kind;
import run.radicchio.component.text.WaveLexer.Token;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
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

/**
 * Reads values of known types: the type says what to expect, so that nothing is read twice.
 *
 * <p>In: tokens and a type. Out: a value of the type, as {@link run.radicchio.component.value}
 * says.
 */
final class WaveReader {
  private final WaveLexer lexer;

  WaveReader(WaveLexer lexer) {
    this.lexer = lexer;
  }

  /** A value and nothing after it. */
  Object onlyValue(ValType type) {
    Object value = value(type);
    expectEnd();
    return value;
  }

  /** Arguments in parentheses and nothing after them. */
  List<Object> arguments(FuncType type) {
    expect("(");
    List<Object> arguments = new ArrayList<>();
    for (FuncType.Parameter parameter : type.parameters()) {
      Token token = lexer.peek();
      if (!token.is(")")) {
        arguments.add(value(parameter.type()));
        endItem(")");
      } else if (parameter.type().structure() instanceof OptionType) {
        arguments.add(Optional.empty());
      } else {
        throw lexer.expected(
            "an argument for `" + parameter.name() + ": " + TypeText.of(parameter.type()) + "`",
            token);
      }
    }
    if (!lexer.peek().is(")")) {
      throw lexer.expected(
          "`)`, as the function is " + TypeText.of(type) + " and has no further parameter",
          lexer.peek());
    }
    expect(")");
    expectEnd();
    return arguments;
  }

  private Object value(ValType type) {
    return switch (type) {
      case NamedType named -> value(named.type());
      case PrimitiveType primitive -> primitive(primitive);
      case ListType list -> list(list);
      case MapType map -> list(new ListType(new TupleType(List.of(map.key(), map.value()))));
      case TupleType tuple -> tuple(tuple);
      case RecordType record -> record(record);
      case FlagsType flags -> flags(flags);
      case EnumType enumeration -> name(enumeration.names(), type);
      case VariantType variant -> variant(variant);
      case OptionType option -> option(option);
      case ResultType result -> result(result);
      case OwnType handle -> throw unwritable(type);
      case BorrowType handle -> throw unwritable(type);
      case StreamType stream -> throw unwritable(type);
      case FutureType future -> throw unwritable(type);
    };
  }

  private Object primitive(PrimitiveType type) {
    return switch (type) {
      case BOOL -> bool();
      case S8 -> (byte) integer(type, 8, true);
      case U8 -> (byte) integer(type, 8, false);
      case S16 -> (short) integer(type, 16, true);
      case U16 -> (short) integer(type, 16, false);
      case S32 -> (int) integer(type, 32, true);
      case U32 -> (int) integer(type, 32, false);
      case S64 -> integer(type, 64, true);
      case U64 -> integer(type, 64, false);
      case F32 -> Float.parseFloat(floating(type));
      case F64 -> Double.parseDouble(floating(type));
      case CHAR -> expect(Kind.CHAR, type).text().codePointAt(0);
      case STRING -> expect(Kind.STRING, type).text();
      case ERROR_CONTEXT -> throw unwritable(type);
    };
  }

  private boolean bool() {
    Token token = lexer.take();
    if (!token.is("true") && !token.is("false")) {
      throw lexer.expected("true or false", token);
    }
    return token.is("true");
  }

  private long integer(PrimitiveType type, int width, boolean signed) {
    BigInteger minimum = signed ? BigInteger.ONE.shiftLeft(width - 1).negate() : BigInteger.ZERO;
    BigInteger end = minimum.add(BigInteger.ONE.shiftLeft(width));
    Token token = lexer.take();
    if (token.kind() == Kind.NUMBER && token.text().matches("-?[0-9]+")) {
      BigInteger value = new BigInteger(token.text());
      if (value.compareTo(minimum) >= 0 && value.compareTo(end) < 0) {
        return value.longValue();
      }
    }
    throw lexer.expected(
        "%s (%s to %s)".formatted(type.witName(), minimum, end.subtract(BigInteger.ONE)), token);
  }

  /** A number as Java's parsers read it. */
  private String floating(PrimitiveType type) {
    Token token = lexer.take();
    if (token.is("nan")) {
      return "NaN";
    } else if (token.is("inf") || token.kind() == Kind.NUMBER) {
      return token.text().replace("inf", "Infinity");
    }
    throw lexer.expected(type.witName() + ", such as 1.5, nan or -inf", token);
  }

  private List<Object> list(ListType type) {
    Token start = lexer.peek();
    expect("[", type);
    List<Object> elements = new ArrayList<>();
    items("]", first -> elements.add(value(type.element())));
    Integer length = type.length();
    if (length != null && length != elements.size()) {
      throw lexer.error(
          "expected " + TypeText.of(type) + ", found " + elements.size() + " elements",
          start.start());
    }
    return List.copyOf(elements);
  }

  private List<Object> tuple(TupleType type) {
    expect("(", type);
    List<Object> elements = new ArrayList<>();
    for (ValType element : type.elements()) {
      elements.add(value(element));
      if (elements.size() < type.elements().size()) {
        expect(",", type);
      }
    }
    endItem(")");
    expect(")", type);
    return List.copyOf(elements);
  }

  private RecordValue record(RecordType type) {
    Token start = lexer.peek();
    expect("{", type);
    Map<String, Object> values = new HashMap<>();
    if (lexer.peek().is(":")) {
      expect(":");
      expect("}");
    } else if (lexer.peek().is("}")) {
      throw lexer.expected("a field; a record without any is {:}", lexer.peek());
    } else {
      items("}", label -> field(type, label, values));
    }
    List<Object> fields = new ArrayList<>();
    for (RecordType.Field field : type.fields()) {
      Object value = values.get(field.name());
      if (value == null && !(field.type().structure() instanceof OptionType)) {
        throw lexer.error(
            "expected a field `" + field.name() + ": " + TypeText.of(field.type()) + "` in here",
            start.start());
      }
      fields.add(value == null ? Optional.empty() : value);
    }
    return new RecordValue(fields);
  }

  private void field(RecordType type, Token label, Map<String, Object> values) {
    String name = label();
    RecordType.Field field =
        type.fields().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    lexer.expected(
                        "one of the fields "
                            + listed(type.fields().stream().map(RecordType.Field::name).toList()),
                        label));
    expect(":");
    if (values.put(name, value(field.type())) != null) {
      throw lexer.error("expected each field once, found `" + name + "` again", label.start());
    }
  }

  private Set<Object> flags(FlagsType type) {
    expect("{", type);
    Set<String> found = new LinkedHashSet<>();
    items(
        "}",
        label -> {
          String name = label();
          if (!type.names().contains(name)) {
            throw lexer.expected("one of the flags " + listed(type.names()), label);
          } else if (!found.add(name)) {
            throw lexer.error("expected each flag once, found `" + name + "` again", label.start());
          }
        });
    Set<Object> set = new LinkedHashSet<>(type.names());
    set.retainAll(found);
    return set;
  }

  private VariantValue variant(VariantType type) {
    String name = name(type.cases().stream().map(VariantType.Case::name).toList(), type);
    ValType payload =
        type.cases().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow()
            .type();
    return new VariantValue(name, payload(payload));
  }

  private Optional<Object> option(OptionType type) {
    Token token = lexer.peek();
    if (token.is("none")) {
      lexer.take();
      return Optional.empty();
    } else if (token.is("some")) {
      lexer.take();
      return Optional.ofNullable(payload(type.element()));
    } else if (!isFlat(type.element())) {
      throw lexer.expected("some(...) or none", token);
    }
    return Optional.of(value(type.element()));
  }

  private Result<@Nullable Object, @Nullable Object> result(ResultType type) {
    Token token = lexer.peek();
    ValType ok = type.ok();
    if (token.is("ok")) {
      lexer.take();
      return Result.ok(payload(ok));
    } else if (token.is("err")) {
      lexer.take();
      return Result.err(payload(type.error()));
    } else if (ok == null || !isFlat(ok)) {
      throw lexer.expected("ok or err", token);
    }
    return Result.ok(value(ok));
  }

  /** Whether an option or result may be written as its payload alone. */
  private static boolean isFlat(ValType payload) {
    ValType structure = payload.structure();
    return !(structure instanceof OptionType) && !(structure instanceof ResultType);
  }

  private @Nullable Object payload(@Nullable ValType type) {
    if (type == null) {
      return null;
    }
    expect("(");
    Object payload = value(type);
    expect(")");
    return payload;
  }

  /** One of the names of a type. */
  private String name(List<String> names, ValType type) {
    Token token = lexer.peek();
    if (token.kind() != Kind.LABEL || !names.contains(label())) {
      throw lexer.expected("one of " + listed(names), token);
    } else if (Wave.KEYWORDS.contains(token.text())) {
      throw lexer.expected("`%" + token.text() + "`, a case of " + TypeText.of(type), token);
    }
    return unescaped(token);
  }

  private String label() {
    Token token = lexer.take();
    if (token.kind() != Kind.LABEL) {
      throw lexer.expected("a name", token);
    }
    return unescaped(token);
  }

  private static String unescaped(Token label) {
    return label.text().startsWith("%") ? label.text().substring(1) : label.text();
  }

  private static String listed(List<String> names) {
    return names.stream()
        .map(name -> Wave.KEYWORDS.contains(name) ? "%" + name : name)
        .collect(Collectors.joining(", "));
  }

  /** Items with commas between them, perhaps one after the last, and the closing token. */
  private void items(String close, Consumer<Token> item) {
    while (!lexer.peek().is(close)) {
      item.accept(lexer.peek());
      endItem(close);
    }
    expect(close);
  }

  /** The comma after an item, which may be missing before the closing token. */
  private void endItem(String close) {
    if (lexer.peek().is(",")) {
      lexer.take();
    } else if (!lexer.peek().is(close)) {
      throw lexer.expected("`,` or `" + close + "`", lexer.peek());
    }
  }

  private void expect(String punctuation) {
    Token token = lexer.take();
    if (!token.is(punctuation)) {
      throw lexer.expected("`" + punctuation + "`", token);
    }
  }

  private void expect(String punctuation, ValType type) {
    if (!lexer.peek().is(punctuation)) {
      throw lexer.expected("`" + punctuation + "` of " + TypeText.of(type), lexer.peek());
    }
    lexer.take();
  }

  private Token expect(Kind kind, PrimitiveType type) {
    Token token = lexer.take();
    if (token.kind() != kind) {
      throw lexer.expected("a " + type.witName(), token);
    }
    return token;
  }

  private void expectEnd() {
    if (lexer.peek().kind() != Kind.END) {
      throw lexer.expected("the end", lexer.peek());
    }
  }

  private WaveException unwritable(ValType type) {
    return lexer.error(
        "expected " + TypeText.of(type) + ", which cannot be written", lexer.peek().start());
  }
}
