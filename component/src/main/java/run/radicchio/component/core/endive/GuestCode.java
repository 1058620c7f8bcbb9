package run.radicchio.component.core.endive;

import static java.lang.invoke.MethodType.methodType;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.ByteClassCollector;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.CompilerResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.WasmModule;

/** A module compiled to JVM classes, which all its instances run. */
final class GuestCode {
  private static final String FUNCTION_PREFIX = "func_";

  /** What compiled code shares is in a class whose name ends so. */
  private static final String SHARED = "Shaded";

  /** Small enough that what is never called is never loaded. */
  private static final int FUNCTIONS_PER_CLASS = 1024;

  private final GuestClassLoader loader;
  private final MethodHandle newMachine;
  private final Map<Integer, String> classes;
  private final Set<Integer> interpreted;
  private final EndiveModule module;

  private GuestCode(
      EndiveModule module,
      GuestClassLoader loader,
      MethodHandle newMachine,
      Map<Integer, String> classes,
      Set<Integer> interpreted) {
    this.module = module;
    this.loader = loader;
    this.newMachine = newMachine;
    this.classes = classes;
    this.interpreted = interpreted;
  }

  /** Compiles the functions of a module. */
  static GuestCode compile(EndiveModule module, WasmModule wasm) {
    GuestNames names = module.names();
    CompilerResult result =
        Compiler.builder(wasm)
            .withClassName(names.className())
            .withMaxFunctionsPerClass(FUNCTIONS_PER_CLASS)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(ByteClassCollector::new)
            .build()
            .compile();
    boolean callsReferences = ForeignCalls.areIn(wasm);
    Map<String, byte[]> bytes = new HashMap<>();
    Map<Integer, String> classes = new HashMap<>();
    result
        .classBytes()
        .forEach(
            (name, each) -> {
              String className = name.replace('/', '.');
              byte[] linked = link(module, className, each, classes);
              bytes.put(
                  className,
                  callsReferences ? ForeignCalls.rewrite(ClassFile.of().parse(linked)) : linked);
            });
    GuestClassLoader loader = new GuestClassLoader(names, bytes);
    try {
      MethodHandle newMachine =
          MethodHandles.publicLookup()
              .findConstructor(
                  loader.loadClass(names.className()), methodType(void.class, Instance.class))
              .asType(methodType(Machine.class, Instance.class));
      return new GuestCode(module, loader, newMachine, classes, result.interpretedFunctions());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the engine's classes are not as expected", e);
    }
  }

  /** Notes which functions a class has, and rewrites it where it has to be. */
  private static byte[] link(
      EndiveModule module, String className, byte[] bytes, Map<Integer, String> classes) {
    String main = module.names().className();
    if (className.equals(main + SHARED)) {
      return ForeignCalls.rewriteShared(
          ClassFile.of().parse(CaughtTags.rewrite(ClassFile.of().parse(bytes))));
    }
    if (!className.startsWith(main + GuestNames.FUNCTION_GROUP)) {
      return bytes;
    }
    ClassModel model = ClassFile.of().parse(bytes);
    boolean imports = false;
    for (MethodModel method : model.methods()) {
      int function = functionIndex(method);
      if (function >= 0) {
        classes.put(function, className);
        imports |= function < module.importedFunctionCount();
      }
    }
    return imports
        ? ImportCalls.rewrite(model, function -> function < module.importedFunctionCount())
        : bytes;
  }

  /** The index of the function that a method is compiled from; -1 where it is none. */
  static int functionIndex(MethodModel method) {
    String name = method.methodName().stringValue();
    return name.startsWith(FUNCTION_PREFIX)
        ? Integer.parseInt(name.substring(FUNCTION_PREFIX.length()))
        : -1;
  }

  /** What the engine calls the functions of an instance by. */
  Machine machine(Instance instance) {
    try {
      return (Machine) newMachine.invokeExact(instance);
    } catch (Throwable e) {
      throw Traps.sneak(e);
    }
  }

  /** The functions that are too large for a JVM method. */
  Set<Integer> interpreted() {
    return interpreted;
  }

  /** A function's compiled code: its parameters, then the memory and the instance it runs in. */
  MethodHandle function(int index) {
    try {
      Class<?> group = loader.loadClass(classes.get(index));
      return MethodHandles.privateLookupIn(group, MethodHandles.lookup())
          .findStatic(
              group,
              FUNCTION_PREFIX + index,
              module.signature(module.functionType(index)).compiledWhole());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the engine's classes are not as expected", e);
    }
  }
}
