package run.radicchio.component.validation;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.binary.BinaryReader;

/** Reads what component and instance types are made of (Binary.md, {@code componentdecl}). */
final class DeclarationReader {
  private static final String DECLARATION = "component or instance type declaration";

  private final BinaryReader reader;
  private final Scope scope;
  private @Nullable CoreTypeReader coreTypes;
  private @Nullable TypeReader types;
  private @Nullable AliasReader aliases;
  private @Nullable ExternReader externs;

  /** Reads declarations into a scope, that of one type after another. */
  DeclarationReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
  }

  /**
   * Reads the declarations of a type.
   *
   * @return the scope that they make, until the next type is read
   */
  Scope read(int count, Scope.Kind kind) {
    scope.begin(kind);
    for (int i = 0; i < count; i++) {
      readDeclaration();
    }
    return scope;
  }

  private void readDeclaration() {
    int code = reader.u8(DECLARATION);
    switch (code) {
      case 0x00 -> coreTypes().readDefinition();
      case 0x01 -> types().readDefinition();
      case 0x02 -> aliases().read();
      case 0x03 -> {
        if (!scope.hasImports()) {
          throw reader.unexpectedByte(code, DECLARATION);
        }
        externs().readImport();
      }
      case 0x04 -> externs().readExportDeclaration();
      default -> throw reader.unexpectedByte(code, DECLARATION);
    }
  }

  private CoreTypeReader coreTypes() {
    if (coreTypes == null) {
      coreTypes = new CoreTypeReader(reader, scope.coreTypes, scope);
    }
    return coreTypes;
  }

  private TypeReader types() {
    if (types == null) {
      types = new TypeReader(reader, scope);
    }
    return types;
  }

  private AliasReader aliases() {
    if (aliases == null) {
      aliases = new AliasReader(reader, scope);
    }
    return aliases;
  }

  private ExternReader externs() {
    if (externs == null) {
      externs = new ExternReader(reader, scope);
    }
    return externs;
  }
}
