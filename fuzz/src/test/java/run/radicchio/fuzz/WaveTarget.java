package run.radicchio.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import run.radicchio.component.text.Wave;
import run.radicchio.component.text.WaveException;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * A call in WAVE, after a byte that says of which types. What is read is written as text that reads
 * as the same.
 */
public final class WaveTarget {
  private static final ValType VARIANT =
      new NamedType(
          "shape",
          new VariantType(
              List.of(
                  new VariantType.Case("circle", PrimitiveType.F32),
                  new VariantType.Case("none", null),
                  new VariantType.Case("many", new ListType(PrimitiveType.STRING)))));

  private static final ValType RECORD =
      new RecordType(
          List.of(
              new RecordType.Field("a", new OptionType(PrimitiveType.S64)),
              new RecordType.Field("b", VARIANT),
              new RecordType.Field("ok", new FlagsType(List.of("x", "y", "some")))));

  private static final List<ValType> TYPES =
      List.of(
          PrimitiveType.BOOL,
          PrimitiveType.U8,
          PrimitiveType.S64,
          PrimitiveType.U64,
          PrimitiveType.F32,
          PrimitiveType.F64,
          PrimitiveType.CHAR,
          PrimitiveType.STRING,
          PrimitiveType.ERROR_CONTEXT,
          VARIANT,
          RECORD,
          new EnumType(List.of("red", "true", "nan")),
          new OptionType(new OptionType(PrimitiveType.U32)),
          new ResultType(PrimitiveType.CHAR, RECORD),
          new ResultType(null, new ListType(PrimitiveType.F64)),
          new TupleType(List.of(PrimitiveType.BOOL, VARIANT)),
          new ListType(new ListType(PrimitiveType.U16), 2),
          new MapType(PrimitiveType.STRING, new ListType(RECORD)),
          new StreamType(null));

  /** The beginning of much that can be written. */
  private static final String TEXT =
      "f({a: 1, b: circle(0.5), ok: {x}}, \"\\u{1f}\", [('c', true)], some(-1e9), ok(err), %none)";

  private WaveTarget() {}

  /** One text for each of the types. */
  static List<byte[]> seeds() {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, TYPES.size())
        .mapToObj(type -> Bytes.of(type).add(text).toArray())
        .toList();
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    ValType type = TYPES.get((bytes[0] & 0xff) % TYPES.size());
    String text = new String(Arrays.copyOfRange(bytes, 1, bytes.length), StandardCharsets.UTF_8);
    value(text, type);
    call(text, type);
  }

  private static void value(String text, ValType type) {
    Object value;
    try {
      value = Wave.parse(text, type);
    } catch (WaveException documented) {
      return;
    }
    String printed = Wave.print(value, type);
    if (!Wave.parse(printed, type).equals(value)) {
      throw new AssertionError(text + " is printed as " + printed + ", which is something else");
    }
  }

  private static void call(String text, ValType type) {
    FuncType function =
        new FuncType(
            false,
            List.of(new FuncType.Parameter("first", type), new FuncType.Parameter("second", type)),
            null);
    try {
      Wave.functionName(text);
      Wave.arguments(text, function);
    } catch (WaveException documented) {
      // So it may end.
    }
  }
}
