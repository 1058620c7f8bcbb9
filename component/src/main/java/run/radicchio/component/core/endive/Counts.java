package run.radicchio.component.core.endive;

import java.io.ByteArrayInputStream;
import run.endive.wasm.Parser;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.SectionId;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.core.CoreModuleException.Kind;

/**
 * Refuses modules whose counts the engine's parser must not see, because it believes them: it makes
 * room for as many parameters or bytes as a module of a few bytes promises, and a list of all the
 * locals that five bytes declare.
 *
 * <p>Input: the bytes of a module. What else is wrong with them is for the parser to say.
 */
final class Counts {
  private static final int PREAMBLE = 8;

  /** Locals for any module; there may be one for each byte of it besides. */
  private static final int MAX_LOCALS = 10_000;

  /** The elements of an array that one instruction takes from the stack. */
  private static final int MAX_ARRAY_ELEMENTS = 10_000;

  private static final int PREFIX = 0xfb;
  private static final int ARRAY_NEW_FIXED = 8;

  private final byte[] module;
  private final BinaryReader reader;
  private long locals;

  private Counts(byte[] module) {
    this.module = module;
    this.reader = new BinaryReader(module);
  }

  /**
   * Checks a module.
   *
   * @throws CoreModuleException if it promises more than there is in it
   */
  static void check(byte[] module) {
    Counts counts = new Counts(module);
    try {
      counts.readSections();
    } catch (MalformedComponentException e) {
      throw new CoreModuleException(
          Kind.MALFORMED,
          "not a core module: section size mismatch, unexpected end of section or function: "
              + e.getMessage(),
          e);
    }
    counts.checkArrays();
  }

  private void readSections() {
    if (module.length < PREAMBLE) {
      return;
    }
    reader.part(PREAMBLE, "a preamble");
    while (!reader.atEnd()) {
      int section = reader.u8("a section");
      BinaryReader contents = reader.part(reader.u32("the size of a section"), "a section");
      switch (section) {
        case SectionId.CUSTOM -> contents.name("the name of a custom section");
        case SectionId.TYPE -> contents.forEach("types", () -> readRecursiveType(contents));
        case SectionId.IMPORT -> contents.forEach("imports", () -> readImport(contents));
        case SectionId.EXPORT -> contents.forEach("exports", () -> readExport(contents));
        case SectionId.ELEMENT -> contents.forEach("elements", () -> readElements(contents));
        case SectionId.CODE -> contents.forEach("functions", () -> readLocals(contents));
        case SectionId.DATA -> contents.forEach("data segments", () -> readData(contents));
        default -> {}
      }
    }
  }

  private static void readRecursiveType(BinaryReader section) {
    if (section.peek("a type") == 0x4e) {
      section.u8("a recursive type");
      section.forEach("types", () -> readSubtype(section));
    } else {
      readSubtype(section);
    }
  }

  private static void readSubtype(BinaryReader section) {
    int code = section.u8("a type");
    if (code == 0x50 || code == 0x4f) {
      section.forEach("supertypes", () -> section.u32("a supertype"));
      code = section.u8("a type");
    }
    switch (code) {
      case 0x60 -> {
        section.forEach("parameters", () -> CoreBytes.skipValueType(section));
        section.forEach("results", () -> CoreBytes.skipValueType(section));
      }
      case 0x5f -> section.forEach("fields", () -> skipField(section));
      case 0x5e -> skipField(section);
      default -> throw section.unexpectedByte(code, "a type");
    }
  }

  private static void skipField(BinaryReader section) {
    CoreBytes.skipValueType(section);
    section.u8("a mutability");
  }

  private static void readImport(BinaryReader section) {
    section.name("a module name");
    section.name("a name");
    CoreBytes.skipImportType(section);
  }

  private static void readExport(BinaryReader section) {
    section.name("a name");
    section.u8("a kind");
    section.u32("an index");
  }

  private static void readElements(BinaryReader section) {
    int flags = section.u32("the flags of elements");
    if (flags < 0 || flags > 7) {
      throw section.unexpectedByte(flags, "the flags of elements");
    }
    boolean active = (flags & 1) == 0;
    boolean explicit = (flags & 2) != 0;
    boolean expressions = (flags & 4) != 0;
    if (active) {
      if (explicit) {
        section.u32("a table");
      }
      CoreBytes.skipExpression(section);
    }
    if (!active || explicit) {
      if (expressions) {
        CoreBytes.skipValueType(section);
      } else {
        section.u8("a kind of elements");
      }
    }
    section.forEach(
        "elements",
        () -> {
          if (expressions) {
            CoreBytes.skipExpression(section);
          } else {
            section.u32("a function");
          }
        });
  }

  private static void readData(BinaryReader section) {
    int mode = section.u32("the mode of data");
    switch (mode) {
      case 0 -> CoreBytes.skipExpression(section);
      case 1 -> {}
      case 2 -> {
        section.u32("a memory");
        CoreBytes.skipExpression(section);
      }
      default -> throw section.unexpectedByte(mode, "the mode of data");
    }
    section.part(section.u32("the size of data"), "data");
  }

  private void readLocals(BinaryReader section) {
    BinaryReader body = section.part(section.u32("the size of a function"), "a function");
    body.forEach(
        "groups of locals",
        () -> {
          locals += Integer.toUnsignedLong(body.u32("the number of locals"));
          CoreBytes.skipValueType(body);
        });
    if (locals > MAX_LOCALS + (long) module.length) {
      throw new CoreModuleException(
          Kind.UNSUPPORTED,
          "the module has too many locals: its functions together may have %d"
              .formatted(MAX_LOCALS + (long) module.length));
    }
  }

  /** The engine takes the elements of a constant array from the stack one by one, if it has any. */
  private void checkArrays() {
    if (mayMakeArrays()) {
      for (FunctionBody body : bodies()) {
        for (AnnotatedInstruction instruction : body.instructions()) {
          if (instruction.opcode() == OpCode.ARRAY_NEW_FIXED
              && Integer.toUnsignedLong((int) instruction.operand(1)) > MAX_ARRAY_ELEMENTS) {
            throw new CoreModuleException(
                Kind.UNSUPPORTED,
                "the module makes an array of more than %d elements at once, at offset 0x%x"
                    .formatted(MAX_ARRAY_ELEMENTS, instruction.address()));
          }
        }
      }
    }
  }

  private boolean mayMakeArrays() {
    for (int i = 1; i < module.length; i++) {
      if (module[i] == ARRAY_NEW_FIXED && (module[i - 1] & 0xff) == PREFIX) {
        return true;
      }
    }
    return false;
  }

  private FunctionBody[] bodies() {
    try {
      return Parser.builder()
          .withCustomParsers(NameSection.PARSERS)
          .withValidation(false)
          .build()
          .parse(() -> new ByteArrayInputStream(module))
          .codeSection()
          .functionBodies();
    } catch (RuntimeException | AssertionError | OutOfMemoryError | StackOverflowError _) {
      return new FunctionBody[0]; // what is wrong comes out when it is parsed to be validated
    }
  }
}
