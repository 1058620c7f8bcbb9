package run.radicchio.component.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.type.PrimitiveType.BOOL;
import static run.radicchio.component.type.PrimitiveType.CHAR;
import static run.radicchio.component.type.PrimitiveType.F32;
import static run.radicchio.component.type.PrimitiveType.F64;
import static run.radicchio.component.type.PrimitiveType.S16;
import static run.radicchio.component.type.PrimitiveType.S8;
import static run.radicchio.component.type.PrimitiveType.STRING;
import static run.radicchio.component.type.PrimitiveType.U32;
import static run.radicchio.component.type.PrimitiveType.U64;
import static run.radicchio.component.type.PrimitiveType.U8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import run.radicchio.component.Result;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

class WaveTest {
  private static final EnumType COLOR = new EnumType(List.of("red", "dark-blue", "none"));
  private static final FlagsType ACCESS = new FlagsType(List.of("read", "write", "ok"));
  private static final VariantType SHAPE =
      new VariantType(
          List.of(
              new VariantType.Case("circle", F32),
              new VariantType.Case("dot", null),
              new VariantType.Case("err", STRING)));
  private static final NamedType POINT =
      new NamedType(
          "point",
          new RecordType(
              List.of(
                  new RecordType.Field("x", U8),
                  new RecordType.Field("label", new OptionType(STRING)))));
  private static final RecordType OPTIONS =
      new RecordType(List.of(new RecordType.Field("depth", new OptionType(U8))));
  private static final FuncType DRAW =
      new FuncType(
          false,
          List.of(
              new FuncType.Parameter("shape", SHAPE),
              new FuncType.Parameter("at", POINT),
              new FuncType.Parameter("color", new OptionType(COLOR))),
          BOOL);

  private static ListType list(ValType element) {
    return new ListType(element);
  }

  private static OptionType option(ValType element) {
    return new OptionType(element);
  }

  static Stream<Arguments> readings() {
    return Stream.of(
        Arguments.of(" true // yes", BOOL, true),
        Arguments.of("255", U8, (byte) -1),
        Arguments.of("-128", S8, (byte) -128),
        Arguments.of("4294967295", U32, -1),
        Arguments.of("18446744073709551615", U64, -1L),
        Arguments.of("1.5e3", F64, 1500.0),
        Arguments.of("7", F32, 7f),
        Arguments.of("nan", F32, Float.NaN),
        Arguments.of("-inf", F64, Double.NEGATIVE_INFINITY),
        Arguments.of("inf", F64, Double.POSITIVE_INFINITY),
        Arguments.of("'a'", CHAR, (int) 'a'),
        Arguments.of("'\"'", CHAR, (int) '"'),
        Arguments.of("'\\''", CHAR, (int) '\''),
        Arguments.of("'🌱'", CHAR, 0x1f331),
        Arguments.of("'\\u{1F331}'", CHAR, 0x1f331),
        Arguments.of("\"\"", STRING, ""),
        Arguments.of("\"it's \\\"a\\\"\\t\\u{e9}\"", STRING, "it's \"a\"\té"),
        Arguments.of("\"\"\"\n\"\"\"", STRING, ""),
        Arguments.of("\"\"\"\n  one\n    two\\n\r\n  \"\"\"", STRING, "one\n  two\n"),
        Arguments.of("[]", list(U8), List.of()),
        Arguments.of("[1, 2,]", list(U8), List.of((byte) 1, (byte) 2)),
        Arguments.of("[1]", new ListType(U8, 1), List.of((byte) 1)),
        Arguments.of("(1, \"b\")", new TupleType(List.of(U8, STRING)), List.of((byte) 1, "b")),
        Arguments.of("[(\"k\", 1)]", new MapType(STRING, U8), List.of(List.of("k", (byte) 1))),
        Arguments.of("{x: 1}", POINT, point(1, null)),
        Arguments.of("{label: \"a\", %x: 1,}", POINT, point(1, "a")),
        Arguments.of("{label: none, x: 1}", POINT, point(1, null)),
        Arguments.of("{:}", OPTIONS, new RecordValue(List.of(Optional.empty()))),
        Arguments.of("dark-blue", COLOR, "dark-blue"),
        Arguments.of("%none", COLOR, "none"),
        Arguments.of("{}", ACCESS, Set.of()),
        Arguments.of("{ok, read}", ACCESS, Set.of("read", "ok")),
        Arguments.of("circle(2)", SHAPE, new VariantValue("circle", 2f)),
        Arguments.of("%dot", SHAPE, new VariantValue("dot", null)),
        Arguments.of("%err(\"e\")", SHAPE, new VariantValue("err", "e")),
        Arguments.of("1", option(U8), Optional.of((byte) 1)),
        Arguments.of("%none", option(COLOR), Optional.of("none")),
        Arguments.of("none", option(COLOR), Optional.empty()),
        Arguments.of("some(none)", option(option(U8)), Optional.of(Optional.empty())),
        Arguments.of("ok(1)", new ResultType(U8, null), Result.ok((byte) 1)),
        Arguments.of("1", new ResultType(U8, STRING), Result.ok((byte) 1)),
        Arguments.of("err(\"e\")", new ResultType(null, STRING), Result.err("e")),
        Arguments.of("err", new ResultType(U8, null), Result.err(null)));
  }

  private static RecordValue point(int x, @Nullable String label) {
    return new RecordValue(List.of((byte) x, Optional.ofNullable(label)));
  }

  @ParameterizedTest
  @MethodSource("readings")
  void reads(String text, ValType type, Object value) {
    assertEquals(value, Wave.parse(text, type));
  }

  static Stream<Arguments> writings() {
    return Stream.of(
        Arguments.of("1500", 1500.0, F64),
        Arguments.of("0.1", 0.1f, F32),
        Arguments.of("-0", -0.0, F64),
        Arguments.of("0." + "0".repeat(323) + "5", Double.MIN_VALUE, F64),
        Arguments.of("1" + "0".repeat(22), 1e22, F64),
        Arguments.of("nan", Double.NaN, F64),
        Arguments.of("-inf", Float.NEGATIVE_INFINITY, F32),
        Arguments.of("'\\u{0}'", 0, CHAR),
        Arguments.of("\"\\'\\\"\\\\ \\n\\u{301}é\"", "'\"\\ \n\u0301é", STRING),
        Arguments.of("{x: 1}", point(1, null), POINT),
        Arguments.of("{x: 1, label: some(\"a\")}", point(1, "a"), POINT),
        Arguments.of("{:}", new RecordValue(List.of(Optional.empty())), OPTIONS),
        Arguments.of("%none", "none", COLOR),
        Arguments.of("{read, ok}", Set.of("ok", "read"), ACCESS),
        Arguments.of("%err(\"\")", new VariantValue("err", ""), SHAPE),
        Arguments.of("ok", Result.ok(null), new ResultType(null, U8)));
  }

  @ParameterizedTest
  @MethodSource("writings")
  void writes(String text, Object value, ValType type) {
    assertEquals(text, Wave.print(value, type));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("256", U8, "column 1: expected u8 (0 to 255), found `256`"),
        Arguments.of("1.0", S16, "column 1: expected s16 (-32768 to 32767), found `1.0`"),
        Arguments.of("-nan", F32, "column 1: expected a value, found `-`"),
        Arguments.of(
            "\"-inf\"", F32, "column 1: expected f32, such as 1.5, nan or -inf, found a string"),
        Arguments.of("yes", BOOL, "column 1: expected true or false, found `yes`"),
        Arguments.of("[1 2]", list(U8), "column 4: expected `,` or `]`, found `2`"),
        Arguments.of("[1,,]", list(U8), "column 4: expected u8 (0 to 255), found `,`"),
        Arguments.of("[1", list(U8), "column 3: expected `,` or `]`, found the end"),
        Arguments.of("[]", new ListType(U8, 1), "column 1: expected list<u8, 1>, found 0 elements"),
        Arguments.of(
            "(1)",
            new TupleType(List.of(U8, U8)),
            "column 3: expected `,` of tuple<u8, u8>, found `)`"),
        Arguments.of(
            "{}", POINT, "column 2: expected a field; a record without any is {:}, found `}`"),
        Arguments.of("{:}", POINT, "column 1: expected a field `x: u8` in here"),
        Arguments.of(
            "{x: 1, y: 2}", POINT, "column 8: expected one of the fields x, label, found `y`"),
        Arguments.of("{x: 1, x: 1}", POINT, "column 8: expected each field once, found `x` again"),
        Arguments.of(
            "{read, read}", ACCESS, "column 8: expected each flag once, found `read` again"),
        Arguments.of(
            "{go}", ACCESS, "column 2: expected one of the flags read, write, %ok, found `go`"),
        Arguments.of(
            "green", COLOR, "column 1: expected one of red, dark-blue, %none, found `green`"),
        Arguments.of(
            "none",
            COLOR,
            "column 1: expected `%none`, a case of enum { red, dark-blue, none }, found `none`"),
        Arguments.of("circle", SHAPE, "column 7: expected `(`, found the end"),
        Arguments.of("dot(1)", SHAPE, "column 4: expected the end, found `(`"),
        Arguments.of("1", option(option(U8)), "column 1: expected some(...) or none, found `1`"),
        Arguments.of("ok(1)", new ResultType(null, U8), "column 3: expected the end, found `(`"),
        Arguments.of("1", new ResultType(null, U8), "column 1: expected ok or err, found `1`"),
        Arguments.of(
            "''",
            CHAR,
            "column 1: expected one character between quotes; write \\' and \\n for ' and newline"),
        Arguments.of("'ab'", CHAR, "column 3: expected ' after one character"),
        Arguments.of(
            "\"a", STRING, "column 1: expected \" at the end of the string that starts here"),
        Arguments.of(
            "\"a\\u{d800}\"",
            STRING,
            "column 3: expected one of \\\\ \\' \\\" \\t \\n \\r \\u{...}, a Unicode scalar value"),
        Arguments.of("\"\"\"a\n\"\"\"", STRING, "column 4: expected a line break after \"\"\""),
        Arguments.of(
            "\"\"\"\na\n  \"\"\"",
            STRING,
            "line 2, column 1: expected a line indented as the closing \"\"\" is"),
        Arguments.of(
            "\"\"\"\na\"\"\"",
            STRING,
            "line 2, column 2: expected only spaces before \"\"\" on its line"),
        Arguments.of(
            "\"\"\"\n",
            STRING,
            "column 1: expected \"\"\" at the end of the string that starts here"),
        Arguments.of("'🌱' 1", CHAR, "column 5: expected the end, found `1`"),
        Arguments.of(
            "1",
            new OwnType(new ResourceType("file")),
            "column 1: expected file, which cannot be written"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereAndWhatWasExpected(String text, ValType type, String message) {
    WaveException e = assertThrows(WaveException.class, () -> Wave.parse(text, type));
    assertEquals(message, e.getMessage());
  }

  @Test
  void readsCalls() {
    String call = "a:b/shapes@1.0.0.draw(circle(1), {x: 2}, red)";
    assertEquals("a:b/shapes@1.0.0.draw", Wave.functionName(call));
    assertEquals(
        List.of(new VariantValue("circle", 1f), point(2, null), Optional.of("red")),
        Wave.arguments(call, DRAW));
    assertEquals("tick", Wave.functionName(" tick ()"));
    assertEquals(List.of(), Wave.arguments("tick()", new FuncType(false, List.of(), null)));
  }

  @Test
  void lastArgumentsThatAreNoneMayBeLeftAway() {
    assertEquals(Optional.empty(), Wave.arguments("draw(dot, {x: 2})", DRAW).get(2));
    assertEquals(Optional.empty(), Wave.arguments("draw(dot, {x: 2},)", DRAW).get(2));
  }

  static Stream<Arguments> wrongCalls() {
    return Stream.of(
        Arguments.of("draw", "column 1: expected a call, such as name(1, \"two\")"),
        Arguments.of("draw(dot)", "column 9: expected an argument for `at: point`, found `)`"),
        Arguments.of("draw(dot, {x: 2}, red) x", "column 24: expected the end, found `x`"),
        Arguments.of(
            "draw(dot, {x: 2}, red, 1)",
            "column 24: expected `)`, as the function is func(shape: variant { circle(f32), dot,"
                + " err(string) }, at: point, color: option<enum { red, dark-blue, none }>) -> bool"
                + " and has no further parameter, found `1`"));
  }

  @ParameterizedTest
  @MethodSource("wrongCalls")
  void saysWhatIsWrongWithACall(String call, String message) {
    WaveException e = assertThrows(WaveException.class, () -> Wave.arguments(call, DRAW));
    assertEquals(message, e.getMessage());
  }

  @Test
  void writesResults() {
    assertEquals("true", Wave.printResult(true, DRAW));
    assertEquals("()", Wave.printResult(null, new FuncType(true, List.of(), null)));
  }
}
