package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

class SubtypingTest {
  private final ResourceType hostFile = new ResourceType("file");
  private final ResourceType guestFile = new ResourceType("file");

  private static SequencedMap<String, ExternType> entries(Object... namesAndTypes) {
    SequencedMap<String, ExternType> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      entries.put((String) namesAndTypes[i], (ExternType) namesAndTypes[i + 1]);
    }
    return entries;
  }

  private static InstanceType instance(Object... namesAndTypes) {
    return new InstanceType(entries(namesAndTypes));
  }

  private static FuncType function(@Nullable ValType result, Object... namesAndTypes) {
    List<FuncType.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      parameters.add(
          new FuncType.Parameter((String) namesAndTypes[i], (ValType) namesAndTypes[i + 1]));
    }
    return new FuncType(false, parameters, result);
  }

  private static InstanceType files(ResourceType file) {
    return instance(
        "file",
        new TypeBound.SubResource(file),
        "open",
        function(new OptionType(new OwnType(file)), "path", PrimitiveType.STRING),
        "[method]file.size",
        function(PrimitiveType.U64, "self", new BorrowType(file)));
  }

  private static List<String> problems(ExternType actual, ExternType expected) {
    return Subtyping.match(actual, expected).mismatches().stream()
        .map(Subtyping.Mismatch::toString)
        .toList();
  }

  @Test
  void anInstanceWithItsResourceTypes() {
    Subtyping.Match match = Subtyping.match(files(hostFile), files(guestFile));
    assertTrue(match.isSubtype(), match.toString());
    assertEquals(Map.of(guestFile, hostFile), match.resources());
  }

  @Test
  void whatIsOfferedBesideDoesNotMatter() {
    InstanceType less = instance("file", new TypeBound.SubResource(guestFile));
    assertEquals(List.of(), problems(files(hostFile), less));
    assertEquals(
        List.of(
            "missing expected export `open`: a func",
            "missing expected export `[method]file.size`: a func"),
        problems(less, files(hostFile)));
  }

  @Test
  void allDifferencesWithTheirPaths() {
    RecordType actualRecord =
        new RecordType(
            List.of(
                new RecordType.Field("name", PrimitiveType.STRING),
                new RecordType.Field("size", PrimitiveType.U64)));
    RecordType expectedRecord =
        new RecordType(
            List.of(
                new RecordType.Field("name", PrimitiveType.STRING),
                new RecordType.Field("size", PrimitiveType.U32)));
    InstanceType actual =
        instance(
            "stat", function(new ListType(new NamedType("entry", actualRecord))),
            "open", function(null, "path", PrimitiveType.STRING),
            "mode", new TypeBound.EqualsValue(new EnumType(List.of("r", "w"))),
            "nested", instance("f", function(null)));
    InstanceType expected =
        instance(
            "stat", function(new ListType(new NamedType("metadata", expectedRecord))),
            "open", function(PrimitiveType.BOOL, "name", PrimitiveType.U8),
            "mode", new TypeBound.EqualsValue(new EnumType(List.of("r"))),
            "nested", instance("f", new FuncType(true, List.of(), null)));
    assertEquals(
        List.of(
            "stat: type mismatch with result type: type mismatch in list: type mismatch in record"
                + " field `size`: expected primitive `u32` found primitive `u64`; expected `func() ->"
                + " list<metadata>`, found `func() -> list<entry>`",
            "open: expected parameter named `name`, found `path`",
            "open: type mismatch in function parameter `name`: expected primitive `u8` found"
                + " primitive `string`",
            "open: type mismatch with result type: expected a result, but found none: expected"
                + " `bool`; expected `func(name: u8) -> bool`, found `func(path: string)`",
            "mode: mismatch in enum elements: not expected `w`",
            "nested / f: expected an async function; expected `async func()`, found `func()`"),
        problems(actual, expected));
  }

  @Test
  void anotherResourceTypeOfTheSameName() {
    InstanceType confused =
        instance(
            "file",
            new TypeBound.SubResource(hostFile),
            "open",
            function(new OptionType(new OwnType(new ResourceType("file")))));
    InstanceType expected =
        instance(
            "file",
            new TypeBound.SubResource(guestFile),
            "open",
            function(new OptionType(new OwnType(guestFile))));
    assertEquals(
        List.of(
            "open: type mismatch with result type: type mismatch in option: resource types are not"
                + " the same: expected `file`, found another of that name"),
        problems(confused, expected));
  }

  @Test
  void resourceTypesOfEarlierImportsAreKnown() {
    FuncType actual = function(null, "f", new OwnType(hostFile));
    FuncType expected = function(null, "f", new OwnType(guestFile));
    assertEquals(1, problems(actual, expected).size());
    assertTrue(Subtyping.match(actual, expected, Map.of(guestFile, hostFile)).isSubtype());
  }

  @Test
  void namesOfTypesDoNotMatter() {
    ValType plain = new ListType(PrimitiveType.U8);
    assertEquals(
        List.of(),
        problems(
            function(new NamedType("bytes", plain)),
            function(new NamedType("a", new NamedType("b", plain)))));
  }

  @Test
  void componentsMayImportLessAndExportMore() {
    ComponentType more = new ComponentType(entries("a", function(null)), entries());
    ComponentType less = new ComponentType(entries(), entries("b", function(null)));
    assertEquals(List.of(), problems(less, more));
    assertEquals(
        List.of("missing expected import `a`: a func", "missing expected export `b`: a func"),
        problems(more, less));
  }

  @Test
  void aComponentIsGivenTheResourceTypesItImports() {
    ComponentType actual =
        new ComponentType(
            entries("r", new TypeBound.SubResource(hostFile)),
            entries("f", function(null, "x", new OwnType(hostFile))));
    ComponentType expected =
        new ComponentType(
            entries("r", new TypeBound.SubResource(guestFile)),
            entries("f", function(null, "x", new OwnType(guestFile))));
    assertEquals(List.of(), problems(actual, expected));
    ComponentType other =
        new ComponentType(
            expected.imports(),
            entries("f", function(null, "x", new OwnType(new ResourceType("x")))));
    assertEquals(1, problems(actual, other).size());
  }

  @Test
  void sorts() {
    assertEquals(List.of("expected func, found instance"), problems(instance(), function(null)));
    assertEquals(
        List.of("expected resource, found defined type `u8`"),
        problems(
            new TypeBound.EqualsValue(PrimitiveType.U8), new TypeBound.SubResource(guestFile)));
  }

  @Test
  void longTypesAreNotWrittenOut() {
    ValType huge = PrimitiveType.U8;
    for (int i = 0; i < 20; i++) {
      huge = new TupleType(List.of(huge, huge));
    }
    List<String> problems = problems(function(null, "x", huge), function(null));
    assertEquals(
        List.of("expected 0 parameters, found 1; expected `func()`, found `func …`"), problems);
  }

  private static RecordType record(String... fields) {
    return new RecordType(
        Arrays.stream(fields).map(name -> new RecordType.Field(name, PrimitiveType.U8)).toList());
  }

  @Test
  void namesThatDifferAreListed() {
    assertEquals(
        List.of("expected 2 fields, found 3: missing `b`, not expected `c`, `d`"),
        problems(
            new TypeBound.EqualsValue(record("a", "c", "d")),
            new TypeBound.EqualsValue(record("a", "b"))));
    assertEquals(
        List.of("mismatch in enum elements: the order differs: expected `a`, `b`, found `b`, `a`"),
        problems(
            new TypeBound.EqualsValue(new EnumType(List.of("b", "a"))),
            new TypeBound.EqualsValue(new EnumType(List.of("a", "b")))));
    List<String> many = IntStream.range(0, 30).mapToObj(i -> "n" + i).toList();
    String problem =
        problems(
                new TypeBound.EqualsValue(new FlagsType(List.of("n0"))),
                new TypeBound.EqualsValue(new FlagsType(many)))
            .getFirst();
    assertTrue(problem.startsWith("mismatch in flags elements: missing `n1`, `n2`, "), problem);
    assertTrue(problem.endsWith(", `n20` and 9 more"), problem);
  }

  @Test
  void aDeepDifferenceIsFoundByItsPath() {
    ValType actual = PrimitiveType.S32;
    ValType expected = PrimitiveType.U32;
    for (String name : List.of("z", "y", "x")) {
      actual = new OptionType(new RecordType(List.of(new RecordType.Field(name, actual))));
      expected = new OptionType(new RecordType(List.of(new RecordType.Field(name, expected))));
    }
    assertEquals(
        List.of(
            "api / f: type mismatch in function parameter `p`: type mismatch in option: type"
                + " mismatch in record field `x`: type mismatch in option: type mismatch in record"
                + " field `y`: type mismatch in option: type mismatch in record field `z`: expected"
                + " primitive `u32` found primitive `s32`"),
        problems(
            instance("api", instance("f", function(null, "p", new NamedType("q", actual)))),
            instance("api", instance("f", function(null, "p", new NamedType("q", expected))))));
  }
}
