package run.radicchio.component.binding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.type.PrimitiveType.STRING;
import static run.radicchio.component.type.PrimitiveType.U8;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;
import run.radicchio.component.value.RecordValue;
import run.radicchio.component.value.VariantValue;

class BindingsTest {
  private static <B extends Binding> B dynamic(Class<B> kind, ValType type) {
    return assertInstanceOf(kind, Bindings.dynamic(type));
  }

  @Test
  void recordsAndTuples() {
    RecordType type = new RecordType(List.of(new RecordType.Field("a", U8)));
    Binding.RecordOf record = dynamic(Binding.RecordOf.class, new NamedType("r", type));
    assertEquals(type, record.type());
    assertEquals(new RecordValue(List.of((byte) 1)), record.make().apply(new Object[] {(byte) 1}));
    assertArrayEquals(
        new Object[] {(byte) 1}, record.parts().apply(new RecordValue(List.of((byte) 1))));
    Binding.RecordOf tuple = dynamic(Binding.RecordOf.class, new TupleType(List.of(U8, STRING)));
    assertEquals(List.of((byte) 1, "b"), tuple.make().apply(new Object[] {(byte) 1, "b"}));
    assertArrayEquals(new Object[] {(byte) 1, "b"}, tuple.parts().apply(List.of((byte) 1, "b")));
  }

  @Test
  void variants() {
    Binding.VariantOf binding =
        dynamic(
            Binding.VariantOf.class,
            new VariantType(
                List.of(new VariantType.Case("a", null), new VariantType.Case("b", U8))));
    VariantValue value = new VariantValue("b", (byte) 1);
    assertEquals(value, binding.make().make(1, (byte) 1));
    assertEquals(1, binding.caseOf().applyAsInt(value));
    assertEquals((byte) 1, binding.payloadOf().apply(value));
    assertEquals(new VariantValue("a", null), binding.make().make(0, null));
  }

  @Test
  void enumsAndFlags() {
    Binding.EnumOf names = dynamic(Binding.EnumOf.class, new EnumType(List.of("a", "b")));
    assertEquals("b", names.make().apply(1));
    assertEquals(1, names.indexOf().applyAsInt("b"));
    assertEquals(
        "`c` is none of a, b",
        assertThrows(IllegalArgumentException.class, () -> names.indexOf().applyAsInt("c"))
            .getMessage());
    Binding.FlagsOf flags = dynamic(Binding.FlagsOf.class, new FlagsType(List.of("a", "b", "c")));
    assertEquals(Set.of("a", "c"), flags.make().apply(0b101));
    assertEquals(0b110, flags.bitsOf().applyAsInt(Set.of("b", "c")));
  }

  @Test
  void mapsAreListsOfTuples() {
    TupleType entry = new TupleType(List.of(STRING, U8));
    Binding.ListOf map = dynamic(Binding.ListOf.class, new MapType(STRING, U8));
    assertEquals(new ListType(entry), map.type());
    assertEquals(entry, map.element().type());
  }

  @Test
  void optionsAreOptionals() {
    assertEquals(
        new Binding.OptionOf(new OptionType(U8), new Binding.Scalar(U8), true),
        Bindings.dynamic(new OptionType(U8)));
  }
}
