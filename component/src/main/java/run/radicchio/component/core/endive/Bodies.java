package run.radicchio.component.core.endive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.OpCode;
import run.radicchio.component.core.CoreModuleException;

/**
 * What has to be known of the bodies of a module's functions besides their code.
 *
 * @param forwardings the functions that only forward
 * @param tailCalling the functions that may end with a tail call
 */
record Bodies(Map<Integer, Forwarding> forwardings, Set<Integer> tailCalling) {

  /**
   * Reads the bodies of a valid module.
   *
   * @throws CoreModuleException for what the engine takes for valid and could not compile
   */
  static Bodies of(WasmModule module) {
    Map<Integer, Forwarding> forwardings = new HashMap<>();
    Set<Integer> tailCalling = new HashSet<>();
    int imported = module.importSection().count(ExternalType.FUNCTION);
    for (int i = 0; i < module.functionSection().functionCount(); i++) {
      List<AnnotatedInstruction> instructions =
          module.codeSection().getFunctionBody(i).instructions();
      checkEnd(instructions.getLast(), imported + i);
      Forwarding forwarding =
          Forwarding.of(
              module.typeSection(), module.functionSection().getFunctionType(i), instructions);
      if (forwarding != null) {
        forwardings.put(imported + i, forwarding);
      }
      if (TailCalls.in(instructions)) {
        tailCalling.add(imported + i);
      }
    }
    return new Bodies(forwardings, tailCalling);
  }

  /** The engine does not miss the end of a block. */
  private static void checkEnd(AnnotatedInstruction last, int function) {
    if (last.opcode() != OpCode.END || last.depth() != 0) {
      throw CoreModuleException.invalid("control frames remain at end of function " + function);
    }
  }
}
