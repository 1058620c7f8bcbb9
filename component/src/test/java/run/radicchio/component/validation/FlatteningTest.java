package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreTypeText;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

class FlatteningTest {
  private static final Flattening FLATTENING = new Flattening();

  private static String flat(ValType type) {
    return FLATTENING.flatten(List.of(type)).toString();
  }

  private static FuncType function(@Nullable ValType result, ValType... parameters) {
    return new FuncType(
        true,
        Arrays.stream(parameters).map(type -> new FuncType.Parameter("p", type)).toList(),
        result);
  }

  private static ValType tuple(int count) {
    return new TupleType(Collections.nCopies(count, PrimitiveType.U32));
  }

  private static String text(CoreType.Function type) {
    return CoreTypeText.of(type);
  }

  @Test
  void variantsJoinTheTypesOfTheirPayloads() {
    assertEquals("[i32, i64]", flat(new OptionType(PrimitiveType.U64)));
    assertEquals("[i32, i32]", flat(new ResultType(PrimitiveType.F32, PrimitiveType.U8)));
    assertEquals("[i32, f32]", flat(new ResultType(PrimitiveType.F32, PrimitiveType.F32)));
    assertEquals("[i32, i64]", flat(new ResultType(PrimitiveType.F32, PrimitiveType.F64)));
    assertEquals(
        "[i32, i32, i64]",
        flat(
            new VariantType(
                List.of(
                    new VariantType.Case("none", null),
                    new VariantType.Case("text", PrimitiveType.STRING),
                    new VariantType.Case(
                        "pair", new TupleType(List.of(PrimitiveType.CHAR, PrimitiveType.S64)))))));
  }

  @Test
  void listsOfAKnownLengthAreLikeTuples() {
    assertEquals("[f64, f64, f64]", flat(new ListType(PrimitiveType.F64, 3)));
    assertEquals("[i32, i32]", flat(new ListType(PrimitiveType.F64)));
    assertEquals(
        Flattening.MANY,
        FLATTENING.flatten(List.of(new ListType(PrimitiveType.U8, Integer.MAX_VALUE))).size());
  }

  @Test
  void whatIsTooMuchGoesThroughMemory() {
    assertEquals(
        "(func (param i32 i32) (result i32))",
        text(FLATTENING.lift(function(tuple(2), PrimitiveType.STRING), false, false)));
    assertEquals(
        "(func (param i32))", text(FLATTENING.lift(function(null, tuple(17)), false, false)));
    assertEquals(
        "(func (param i64 i32))",
        text(FLATTENING.lower(function(tuple(2), PrimitiveType.U64), false)));
    assertEquals(
        "(func (param i64) (result f32))",
        text(FLATTENING.lower(function(PrimitiveType.F32, PrimitiveType.U64), false)));
  }

  @Test
  void asyncCalls() {
    FuncType type = function(PrimitiveType.U64, tuple(5));
    assertEquals(
        "(func (param i32 i32 i32 i32 i32) (result i32))", text(FLATTENING.lift(type, true, true)));
    assertEquals("(func (param i32 i32 i32 i32 i32))", text(FLATTENING.lift(type, true, false)));
    assertEquals("(func (param i32 i32) (result i32))", text(FLATTENING.lower(type, true)));
  }
}
