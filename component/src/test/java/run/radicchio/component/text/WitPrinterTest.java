package run.radicchio.component.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.radicchio.component.example.Calendar;
import run.radicchio.component.example.Console;
import run.radicchio.component.example.Library;
import run.radicchio.component.example.Names;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.WitInterface;

/** The texts are in the resources beside this class; each parses with wasm-tools. */
class WitPrinterTest {
  @Test
  void printsAnInterfaceAndThoseItUses() {
    assertEquals(golden("library.wit"), WitPrinter.print(Library.class));
  }

  @Test
  void printsNamesOfNames() {
    assertEquals(
        """
        package example:names@2.0.0;

        interface names {
          use example:time/calendar@1.2.0.{alarm as bell};
          type key = string;
          type name = key;
          resource book;
          type reader = book;
          find: func(name: name) -> book;
          ring: func(bell: borrow<bell>);
        }
        """,
        WitPrinter.print(Names.class).replaceFirst("(?s)\\npackage example:time.*", ""));
  }

  @Test
  void usesTypesOfTheSameVersion() {
    String wit = WitPrinter.print(List.of(Old.class, New.class, UserOfNew.class));
    assertTrue(wit.contains("interface user {\n    use size.{count};"), wit);
  }

  @WitInterface(value = "example:sizes/size", versions = "1.0.0", types = Count.class)
  public interface Old {}

  @WitInterface(value = "example:sizes/size", versions = "2.0.0", types = Count.class)
  public interface New {}

  @WitInterface(value = "example:sizes/user", versions = "2.0.0", uses = New.class)
  public interface UserOfNew {
    void f(@Count int count);
  }

  @TypeAlias(int.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  public @interface Count {}

  @Test
  void printsTheVersionThatIsAskedFor() {
    assertTrue(WitPrinter.print(Calendar.class).startsWith("package example:time@1.2.0;\n"));
    assertTrue(
        WitPrinter.print(Calendar.class, "1.1.0").startsWith("package example:time@1.1.0;\n"));
    assertEquals(
        "run.radicchio.component.example.Calendar is served as [example:time/calendar@1.2.0,"
            + " example:time/calendar@1.1.0], not as version 2.0.0",
        assertThrows(
                IllegalArgumentException.class, () -> WitPrinter.print(Calendar.class, "2.0.0"))
            .getMessage());
  }

  @Test
  void printsTheFunctionsOfAWorld() {
    assertEquals(golden("console.wit"), WitPrinter.print(Console.class));
  }

  @Test
  void printsAComponent() {
    assertEquals(golden("component.wit"), WitPrinter.print(component()));
  }

  @Test
  void printsAnInterfaceByItsType() {
    SequencedMap<String, ExternType> exports = new LinkedHashMap<>();
    exports.put("interface", equals(named("interface", PrimitiveType.U8)));
    exports.put("func", function(named("interface", PrimitiveType.U8)));
    assertEquals(
        """
        package a:%use;

        interface %world {
          type %interface = u8;
          %func: func(x: %interface);
        }
        """,
        WitPrinter.print("a:use/world", new InstanceType(exports)));
  }

  /** Like what is decoded: resources and aliases come from imports, exports use them. */
  private static ComponentType component() {
    ResourceType file = new ResourceType("file");
    NamedType mode = named("mode", new EnumType(List.of("read", "write")));
    NamedType fileMode = named("file-mode", mode);
    NamedType worldMode = named("mode", mode);

    SequencedMap<String, ExternType> files = new LinkedHashMap<>();
    files.put("mode", equals(mode));
    files.put("also-mode", equals(named("also-mode", mode)));
    files.put("file", new TypeBound.SubResource(file));
    files.put("also-file", new TypeBound.EqualsResource(file));
    files.put("handle", equals(named("handle", new OwnType(file))));
    files.put("[constructor]file", new FuncType(false, List.of(), new OwnType(file)));
    files.put(
        "[method]file.size",
        new FuncType(
            true,
            List.of(new FuncType.Parameter("self", new BorrowType(file))),
            PrimitiveType.U64));

    SequencedMap<String, ExternType> pipes = new LinkedHashMap<>();
    pipes.put("file", new TypeBound.EqualsResource(file));
    pipes.put("file-mode", equals(fileMode));
    pipes.put(
        "record",
        equals(named("record", new RecordType(List.of(new RecordType.Field("m", fileMode))))));
    pipes.put("open", function(fileMode, new OwnType(file)));

    SequencedMap<String, ExternType> imports = new LinkedHashMap<>();
    imports.put("example:files/files@0.1.0", new InstanceType(files));
    imports.put("example:files/pipes@0.1.0", new InstanceType(pipes));
    imports.put("mode", equals(worldMode));
    imports.put("choose", function(worldMode));
    imports.put("module", new CoreModuleType(List.of(), new LinkedHashMap<>()));

    SequencedMap<String, ExternType> inline = new LinkedHashMap<>();
    inline.put("level", equals(named("level", PrimitiveType.F32)));
    inline.put("set", function(named("level", PrimitiveType.F32)));
    SequencedMap<String, ExternType> filesExport = new LinkedHashMap<>();
    filesExport.put("count", new FuncType(false, List.of(), PrimitiveType.U32));
    SequencedMap<String, ExternType> exports = new LinkedHashMap<>();
    exports.put("example:files/files@0.1.0", new InstanceType(filesExport));
    exports.put("volume", new InstanceType(inline));
    exports.put(
        "run",
        new FuncType(
            true, List.of(new FuncType.Parameter("mode", worldMode)), new ResultType(null, null)));
    return new ComponentType(imports, exports);
  }

  private static TypeBound equals(ValType type) {
    return new TypeBound.EqualsValue(type);
  }

  private static NamedType named(String name, ValType type) {
    return new NamedType(name, type);
  }

  private static FuncType function(ValType... parameters) {
    List<String> names = List.of("x", "y");
    return new FuncType(
        false,
        IntStream.range(0, parameters.length)
            .mapToObj(i -> new FuncType.Parameter(names.get(i), parameters[i]))
            .toList(),
        null);
  }

  private static String golden(String name) {
    try (InputStream stream = WitPrinterTest.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
