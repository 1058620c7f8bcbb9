package run.radicchio.component.validation;

import run.radicchio.component.binary.BinaryReader;

/** Reads what component and instance types are made of (Binary.md, {@code componentdecl}). */
final class DeclarationReader {
  private static final String DECLARATION = "component or instance type declaration";

  private final BinaryReader reader;
  private final Scope scope;
  private final CoreTypeReader coreTypes;
  private final TypeReader types;
  private final AliasReader aliases;
  private final ExternReader externs;

  /** Reads declarations into the scope of the type that they make. */
  DeclarationReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
    this.coreTypes = new CoreTypeReader(reader, scope.coreTypes, scope);
    this.types = new TypeReader(reader, scope);
    this.aliases = new AliasReader(reader, scope);
    this.externs = new ExternReader(reader, scope);
  }

  /** Reads a declaration. */
  void read() {
    int code = reader.u8(DECLARATION);
    switch (code) {
      case 0x00 -> coreTypes.readDefinition();
      case 0x01 -> types.readDefinition();
      case 0x02 -> aliases.read();
      case 0x03 -> {
        if (!scope.hasImports()) {
          throw reader.unexpectedByte(code, DECLARATION);
        }
        externs.readImport();
      }
      case 0x04 -> externs.readExportDeclaration();
      default -> throw reader.unexpectedByte(code, DECLARATION);
    }
  }
}
