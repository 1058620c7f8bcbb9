package run.radicchio.component.core.endive;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.ByteClassCollector;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.CompilerResult;
import run.endive.wasm.WasmModule;

/**
 * The JVM classes that a module is compiled to.
 *
 * @param classes their bytes by their names
 * @param functions the names of those that have functions: by the index of the first one, and up to
 *     the next first one
 * @param interpreted the functions that are too large for a JVM method
 */
record GuestClasses(
    Map<String, byte[]> classes,
    NavigableMap<Integer, String> functions,
    Set<Integer> interpreted) {
  /** What compiled code shares is in a class whose name ends so. */
  private static final String SHARED = "Shaded";

  /** Small enough that what is never called is never loaded. */
  private static final int FUNCTIONS_PER_CLASS = 1024;

  /** Compiles the functions of a module. */
  static GuestClasses compile(GuestNames names, WasmModule wasm) {
    CompilerResult result =
        Compiler.builder(wasm)
            .withClassName(names.className())
            .withMaxFunctionsPerClass(FUNCTIONS_PER_CLASS)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(ByteClassCollector::new)
            .build()
            .compile();
    boolean callsReferences = ForeignCalls.areIn(wasm);
    Map<String, byte[]> classes = new HashMap<>();
    NavigableMap<Integer, String> functions = new TreeMap<>();
    result
        .classBytes()
        .forEach(
            (name, bytes) -> {
              String className = name.replace('/', '.');
              byte[] linked = link(names, className, bytes, functions);
              classes.put(
                  className,
                  callsReferences ? ForeignCalls.rewrite(ClassFile.of().parse(linked)) : linked);
            });
    return new GuestClasses(classes, functions, result.interpretedFunctions());
  }

  /** Notes which functions a class has, and rewrites it where it has to be. */
  private static byte[] link(
      GuestNames names, String className, byte[] bytes, Map<Integer, String> functions) {
    if (className.equals(names.className() + SHARED)) {
      return ForeignCalls.rewriteShared(
          ClassFile.of().parse(CaughtTags.rewrite(ClassFile.of().parse(bytes))));
    }
    if (!className.startsWith(names.className() + GuestNames.FUNCTION_GROUP)) {
      return bytes;
    }
    ClassModel model = ClassFile.of().parse(bytes);
    int first =
        model.methods().stream()
            .mapToInt(GuestNames::functionIndex)
            .filter(index -> index >= 0)
            .min()
            .orElseThrow();
    functions.put(first, className);
    return names.isImport(first) ? ImportCalls.rewrite(model, names::isImport) : bytes;
  }
}
