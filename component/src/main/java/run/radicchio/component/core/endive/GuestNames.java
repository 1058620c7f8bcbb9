package run.radicchio.component.core.endive;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.types.NameCustomSection;

/** What a module and its functions are called: in their name section, and as JVM classes. */
final class GuestNames {
  /** Compiled functions are in classes whose name goes on so, and then with a number. */
  static final String FUNCTION_GROUP = "FuncGroup_";

  static final String PACKAGE = "guest.";

  /** Between a module's name and its number in a class name. */
  static final char NUMBER = '$';

  private static final AtomicLong COUNT = new AtomicLong();

  private final long number = COUNT.incrementAndGet();
  private final @Nullable NameCustomSection section;

  private final int imported;

  /**
   * Names a module.
   *
   * @param section its own names, if it has them
   * @param imported how many functions it imports
   */
  GuestNames(@Nullable NameCustomSection section, int imported) {
    this.section = section;
    this.imported = imported;
  }

  /** Whether the function with an index is imported, so that its compiled code is only a call. */
  boolean isImport(int index) {
    return index < imported;
  }

  /** Which module this is, of all in this JVM. */
  long number() {
    return number;
  }

  private String module() {
    return section == null ? "" : section.moduleName().orElse("");
  }

  /** A function as an error shows it: {@code module!function}, or {@code func[index]}. */
  String function(int index) {
    String name = section == null ? null : section.nameOfFunction(index);
    String function = name == null ? "func[" + index + "]" : name;
    return module().isEmpty() ? function : module() + "!" + function;
  }

  /** The class that the engine compiles the module to. */
  String className() {
    return PACKAGE + module().replaceAll("[^A-Za-z0-9_]", "_") + NUMBER + number;
  }
}
