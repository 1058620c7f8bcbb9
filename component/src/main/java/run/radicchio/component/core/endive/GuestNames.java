package run.radicchio.component.core.endive;

import java.lang.classfile.MethodModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.NameCustomSection;
import run.radicchio.component.core.Fingerprint;

/** What a module and its functions are called: in their name section, and as JVM classes. */
final class GuestNames {
  /** Compiled functions are in classes whose name goes on so, and then with a number. */
  static final String FUNCTION_GROUP = "FuncGroup_";

  static final String PACKAGE = "guest.";

  /** Between a module's name and its identity in a class name. */
  static final char IDENTITY = '$';

  /** The method that a function is compiled to is called so, and then by the function's index. */
  static final String FUNCTION = "func_";

  /** Of a module's name, in a class name: JVM names have to end somewhere. */
  private static final int LONGEST_NAME = 40;

  private final Fingerprint module;
  private final @Nullable NameCustomSection section;
  private final List<String> imports;

  /**
   * Names a module.
   *
   * @param module what it is identified by: modules of the same bytes have the same classes
   * @param wasm with its own names, if it has them
   */
  GuestNames(Fingerprint module, WasmModule wasm) {
    this.module = module;
    this.section = wasm.nameSection();
    this.imports =
        wasm.importSection().stream()
            .filter(each -> each.importType() == ExternalType.FUNCTION)
            .map(each -> each.module().isEmpty() ? each.name() : each.module() + "#" + each.name())
            .toList();
  }

  /** Whether the function with an index is imported, so that its compiled code is only a call. */
  boolean isImport(int index) {
    return index < imports.size();
  }

  /** What the function with an index is imported as. */
  String imported(int index) {
    return imports.get(index);
  }

  /** Which module this is, in class names. */
  String identity() {
    return module.hex();
  }

  private String name() {
    return section == null ? "" : section.moduleName().orElse("");
  }

  /** A function as an error shows it: {@code module!function}, or {@code func[index]}. */
  String function(int index) {
    String name = section == null ? null : section.nameOfFunction(index);
    String function = name == null ? "func[" + index + "]" : name;
    return name().isEmpty() ? function : name() + "!" + function;
  }

  /** The class that the engine compiles the module to. */
  String className() {
    String name = name().replaceAll("[^A-Za-z0-9_]", "_");
    String start = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    return PACKAGE + start + IDENTITY + identity();
  }

  /** The index of the function that a method is compiled from; -1 where it is none. */
  static int functionIndex(MethodModel method) {
    String name = method.methodName().stringValue();
    return name.startsWith(FUNCTION) ? Integer.parseInt(name.substring(FUNCTION.length())) : -1;
  }
}
