package run.radicchio.component.binding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import run.radicchio.component.example.Calendar;
import run.radicchio.component.example.Console;
import run.radicchio.component.example.Library;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.wit.WitInterface;

/** Which types and functions come out is pinned down by the printed text, in WitPrinterTest. */
class InterfaceBindingTest {
  private static final InterfaceBinding LIBRARY = InterfaceBinding.of(Library.class);

  private static FunctionBinding function(String name) {
    return LIBRARY.functions().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Binding parameter(String function, int index) {
    return function(function).parameters().get(index);
  }

  private static Binding.RecordOf book() {
    return assertInstanceOf(Binding.RecordOf.class, parameter("[method]shelf.put", 1));
  }

  @Test
  void namesWithEachVersion() {
    InterfaceBinding calendar = InterfaceBinding.of(Calendar.class);
    assertEquals(
        List.of("example:time/calendar@1.2.0", "example:time/calendar@1.1.0"),
        calendar.importNames());
    assertEquals("example:time/calendar", calendar.name());
    InterfaceBinding console = InterfaceBinding.of(Console.class);
    assertNull(console.name());
    assertEquals(List.of(), console.importNames());
    assertSame(calendar, InterfaceBinding.of(Calendar.class));
  }

  @Test
  void theTypeHasTheFunctionsInTheirOrder() {
    List<String> functions =
        LIBRARY.type().exports().entrySet().stream()
            .filter(export -> !(export.getValue() instanceof TypeBound))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(LIBRARY.functions().stream().map(FunctionBinding::name).toList(), functions);
    LIBRARY
        .functions()
        .forEach(one -> assertSame(one.type(), LIBRARY.type().exports().get(one.name())));
  }

  @Test
  void interfacesAgreeOnAResource() {
    TypeBound.SubResource alarm =
        assertInstanceOf(
            TypeBound.SubResource.class,
            InterfaceBinding.of(Calendar.class).type().exports().get("alarm"));
    assertEquals(
        new TypeBound.EqualsResource(alarm.resource()), LIBRARY.type().exports().get("alarm"));
    Binding.FutureOf dusted =
        assertInstanceOf(Binding.FutureOf.class, function("[method]shelf.dusted").result());
    assertEquals(
        new Binding.Own(new OwnType(alarm.resource()), Calendar.Alarm.class), dusted.element());
  }

  @Test
  void methodsAreCalledOnTheirFirstParameter() throws Exception {
    FunctionBinding length = function("[method]shelf.length");
    assertEquals(Library.Shelf.class.getMethod("length"), length.method());
    Binding.BorrowOf self = assertInstanceOf(Binding.BorrowOf.class, length.parameters().get(0));
    assertEquals(Library.Shelf.class, self.java());
    assertEquals(new Binding.Scalar(PrimitiveType.U32), length.result());
    assertNull(length.error());
  }

  @Test
  void functionsOfResourcesAreMethodsOfTheInterface() throws Exception {
    FunctionBinding all = function("[static]shelf.all");
    assertEquals(Library.class.getMethod("all"), all.method());
    assertEquals(List.of(), all.parameters());
    FunctionBinding make = function("[constructor]shelf");
    assertEquals(Library.class.getMethod("newShelf", String.class), make.method());
  }

  @Test
  void recordsAreTakenApartAndMade() {
    Binding.RecordOf book = book();
    Library.Book value =
        new Library.Book(
            "Faust",
            464,
            null,
            EnumSet.of(Library.Mark.RARE),
            new Library.Place.Nowhere(),
            null,
            'f');
    Object[] parts = book.parts().apply(value);
    assertArrayEquals(
        new Object[] {"Faust", 464, null, value.marks(), value.place(), null, (int) 'f'}, parts);
    assertEquals(value, book.make().apply(parts));
  }

  @Test
  void flagsAreSets() {
    Binding.FlagsOf marks = assertInstanceOf(Binding.FlagsOf.class, book().fields().get(3));
    assertEquals(EnumSet.of(Library.Mark.LENT, Library.Mark.RARE), marks.make().apply(0b101));
    assertEquals(0b110, marks.bitsOf().applyAsInt(Set.of(Library.Mark.LOST, Library.Mark.RARE)));
  }

  @Test
  void variantsAreRecordsOfASealedInterface() {
    Binding.VariantOf place = assertInstanceOf(Binding.VariantOf.class, book().fields().get(4));
    Object table = place.make().make(1, (short) 4);
    assertEquals(new Library.Place.AtTable((short) 4), table);
    assertEquals(1, place.caseOf().applyAsInt(table));
    assertEquals((short) 4, place.payloadOf().apply(table));
    assertEquals(new Library.Place.AtTable(null), place.make().make(1, null));
    assertEquals(new Library.Place.Nowhere(), place.make().make(2, null));
    assertNull(place.payloadOf().apply(new Library.Place.Nowhere()));
    assertNull(place.payloads().get(2));
  }

  @Test
  void enumsAreTheirConstants() {
    Derived derived = LIBRARY.types().get(Library.Binding.class);
    Binding.EnumOf binding = assertInstanceOf(Binding.EnumOf.class, derived.binding());
    assertEquals(List.of("hard-cover", "paperback", "e-book"), binding.type().names());
    assertEquals(Library.Binding.ELECTRONIC, binding.make().apply(2));
    assertEquals(1, binding.indexOf().applyAsInt(Library.Binding.PAPERBACK));
  }

  @Test
  void tuplesAreRecords() {
    Binding.RecordOf range = assertInstanceOf(Binding.RecordOf.class, parameter("nested", 1));
    assertEquals(new Library.Range(1, 2), range.make().apply(new Object[] {1L, 2L}));
  }

  @Test
  void whatARecordsConstructorThrowsComesThrough() {
    Binding.RecordOf range = assertInstanceOf(Binding.RecordOf.class, parameter("nested", 1));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> range.make().apply(new Object[] {1L, -1L}));
    assertEquals("a range to -1", e.getMessage());
  }

  @Test
  void optionsOfOptionsAreOptionals() {
    Binding.OptionOf deeper = assertInstanceOf(Binding.OptionOf.class, parameter("nested", 0));
    Binding.OptionOf middle = assertInstanceOf(Binding.OptionOf.class, deeper.element());
    Binding.OptionOf inner = assertInstanceOf(Binding.OptionOf.class, middle.element());
    assertFalse(deeper.optional());
    assertTrue(middle.optional());
    assertTrue(inner.optional());
  }

  @Test
  void listsOfNumbersAreArraysAndBuffers() {
    List<Class<?>> containers =
        function("lists").parameters().stream()
            .map(one -> one instanceof Binding.OptionOf option ? option.element() : one)
            .filter(Binding.NumericList.class::isInstance)
            .<Class<?>>map(one -> ((Binding.NumericList) one).container())
            .toList();
    assertEquals(List.of(ByteBuffer.class, short[].class, int[].class, double[].class), containers);
  }

  /** Has bytes that are copied late. */
  @WitInterface("example:late/bytes")
  public interface Late {
    Function<IntFunction<ByteBuffer>, ByteBuffer> bytes();
  }

  @Test
  void functionOfBytesIsAList() {
    FunctionBinding bytes = InterfaceBinding.of(Late.class).functions().getFirst();
    assertEquals(new ListType(PrimitiveType.U8), bytes.type().result());
    assertEquals(
        Function.class, ((Binding.NumericList) Objects.requireNonNull(bytes.result())).container());
  }

  @Test
  void errorsAreExceptions() {
    ErrorBinding error = function("[method]shelf.find").error();
    assertNotNull(error);
    assertEquals(Library.RefusedException.class, error.exception());
    Library.Refusal refusal = new Library.Refusal(4, "lent");
    Exception exception = error.make().apply(refusal);
    assertInstanceOf(Library.RefusedException.class, exception);
    assertSame(refusal, error.payloadOf().apply(exception));
  }

  @Test
  void errorsMayCarryNothing() {
    ErrorBinding error = function("open").error();
    assertNotNull(error);
    assertNull(error.payload());
    Exception exception = error.make().apply(null);
    assertInstanceOf(Library.ClosedException.class, exception);
    assertNull(error.payloadOf().apply(exception));
  }

  @Test
  void aResourceTypeIsNamedAfterItsClass() {
    ResourceType shelf = ResourceTypes.of(Library.Shelf.class);
    assertEquals("shelf", shelf.name());
    assertSame(shelf, ResourceTypes.of(Library.Shelf.class));
  }
}
