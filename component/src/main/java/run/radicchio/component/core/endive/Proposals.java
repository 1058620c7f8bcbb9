package run.radicchio.component.core.endive;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.core.CoreModuleException.Kind;

/** The proposals to WebAssembly that the engine does not run, by what shows that they are used. */
final class Proposals {
  private static final int VECTOR_OPCODES = 0xFD00;
  private static final int VECTOR_OPCODES_END = 0xFE00;

  /** By what the engine's parser says of bytes that it does not know. */
  private static final Map<String, String> UNKNOWN_TO_PARSER =
      Map.ofEntries(
          Map.entry("invalid memory limit: 4", "memory64"),
          Map.entry("invalid memory limit: 5", "memory64"),
          Map.entry("invalid memory limit: 6", "memory64"),
          Map.entry("invalid memory limit: 7", "memory64"),
          Map.entry("invalid table limit: 4", "memory64"),
          Map.entry("invalid table limit: 5", "memory64"),
          Map.entry("invalid memory limit: 8", "custom page sizes"),
          Map.entry("invalid memory limit: 9", "custom page sizes"),
          Map.entry("op value 06", "legacy exception handling"),
          Map.entry("op value 07", "legacy exception handling"),
          Map.entry("op value 09", "legacy exception handling"),
          Map.entry("op value 18", "legacy exception handling"),
          Map.entry("op value 19", "legacy exception handling"),
          Map.entry("Invalid type opcode: 116", "exception handling"),
          Map.entry("op value E0", "stack switching"),
          Map.entry("op value E1", "stack switching"),
          Map.entry("op value E2", "stack switching"),
          Map.entry("op value E3", "stack switching"),
          Map.entry("op value FC13", "wide arithmetic"),
          Map.entry("op value FC14", "wide arithmetic"),
          Map.entry("op value FC15", "wide arithmetic"),
          Map.entry("op value FC16", "wide arithmetic"));

  private Proposals() {}

  /** Which proposal the engine's parser stumbled over; null where it is another fault. */
  static @Nullable String unknownToParser(String message) {
    for (Map.Entry<String, String> entry : UNKNOWN_TO_PARSER.entrySet()) {
      if (message.trim().endsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Refuses a module that parses and that the engine could still not run. */
  static void check(WasmModule module) {
    for (FunctionType type : module.typeSection().types()) {
      if (type != null && (isVector(type.params()) || isVector(type.returns()))) {
        throw refused("SIMD", "a function type has v128");
      }
    }
    for (var global : module.globalSection().globals()) {
      if (global.valueType().equals(ValType.V128)) {
        throw refused("SIMD", "a global is v128");
      }
    }
    for (var body : module.codeSection().functionBodies()) {
      if (isVector(body.localTypes())) {
        throw refused("SIMD", "a local is v128");
      }
      for (AnnotatedInstruction instruction : body.instructions()) {
        int opcode = instruction.opcode().opcode();
        if (opcode >= VECTOR_OPCODES && opcode < VECTOR_OPCODES_END) {
          throw refused(
              "SIMD", "%s at offset 0x%x".formatted(instruction.opcode(), instruction.address()));
        }
      }
    }
  }

  private static boolean isVector(Iterable<ValType> types) {
    for (ValType type : types) {
      if (type.equals(ValType.V128)) {
        return true;
      }
    }
    return false;
  }

  static CoreModuleException refused(String proposal, String where) {
    return new CoreModuleException(
        Kind.UNSUPPORTED,
        "the module uses the proposal \"%s\", which this engine does not run: %s"
            .formatted(proposal, where));
  }
}
