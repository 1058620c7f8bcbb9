package run.radicchio.component.core.endive;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.MalformedException;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionType;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreLimits;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.core.CoreModuleException.Kind;
import run.radicchio.component.core.Fingerprint;
import run.radicchio.component.type.CoreModuleType;

/**
 * A module, parsed and valid; compiled when it is first instantiated, or before, by an earlier
 * process.
 */
final class EndiveModule implements CoreModule {
  private final CoreModuleType type;
  private final ModuleTypes types;
  private final boolean hasStart;
  private final @Nullable Signature[] signatures;
  private final List<Integer> functionTypes;
  private final Map<String, Export> exports = new HashMap<>();
  private final Bodies bodies;
  private final GuestNames names;
  private final StandIns standIns;
  private final int importedFunctionCount;

  /** What is left to do; null once it is done. */
  private @Nullable Source source;

  private volatile @Nullable Compiled compiled;

  /**
   * What it will run.
   *
   * @param wasm the module as parsed, with the instructions that it needs when it runs, or all
   * @param classes gives its classes, compiling them if that was not done
   */
  private record Source(WasmModule wasm, Supplier<GuestClasses> classes) {}

  /**
   * What runs.
   *
   * @param wasm the module as the engine instantiates it: without the exports, which are found
   *     here, and without the instructions of compiled functions
   */
  record Compiled(GuestCode code, WasmModule wasm) {}

  private EndiveModule(GuestNames names, Source source, Bodies bodies) {
    WasmModule wasm = source.wasm();
    this.types = new ModuleTypes(wasm.typeSection());
    IndexSpaces spaces = IndexSpaces.of(wasm, types);
    this.names = names;
    this.source = source;
    this.bodies = bodies;
    this.type = CoreTypes.module(wasm, types, spaces);
    this.hasStart = wasm.startSection().isPresent();
    this.functionTypes = List.copyOf(spaces.functionTypes());
    this.importedFunctionCount = functionTypes.size() - wasm.functionSection().functionCount();
    this.standIns = new StandIns(wasm.typeSection());
    FunctionType[] engineTypes = wasm.typeSection().types();
    this.signatures = new Signature[engineTypes.length];
    for (int i = 0; i < signatures.length; i++) {
      FunctionType engineType = engineTypes[i];
      signatures[i] = engineType == null ? null : Signature.of(engineType, types.function(i));
    }
    for (int i = 0; i < wasm.exportSection().exportCount(); i++) {
      Export export = wasm.exportSection().getExport(i);
      String name = EncodedNames.decode(export.name());
      exports.put(name, export);
      if (export.exportType() == ExternalType.FUNCTION) {
        signature(functionTypes.get(export.index())).checkCrossesSeam("export \"" + name + '"');
      }
    }
    for (int i = 0; i < importedFunctionCount; i++) {
      signature(functionTypes.get(i)).checkCrossesSeam("imported function " + i);
    }
  }

  /** Reads a module and validates it, if that was not done by an earlier process. */
  static EndiveModule load(byte[] bytes, Fingerprint fingerprint, KeptModules kept) {
    KeptModule known = kept.find(fingerprint);
    return known == null ? parse(bytes, fingerprint, kept) : of(known, bytes, fingerprint);
  }

  private static EndiveModule of(KeptModule known, byte[] bytes, Fingerprint fingerprint) {
    Set<Integer> interpreted = known.classes().interpreted();
    WasmModule wasm =
        Declarations.parse(bytes, defined -> interpreted.contains(known.imported() + defined));
    GuestNames names = new GuestNames(fingerprint, wasm);
    return new EndiveModule(names, new Source(wasm, known::classes), known.bodies());
  }

  private static EndiveModule parse(byte[] bytes, Fingerprint fingerprint, KeptModules kept) {
    Counts.check(bytes);
    try {
      RepeatedTypes.check(bytes);
      WasmModule wasm =
          Parser.builder()
              .withCustomParsers(NameSection.PARSERS)
              .build()
              .parse(() -> new ByteArrayInputStream(bytes));
      Proposals.check(wasm);
      return of(wasm, fingerprint, kept);
    } catch (CoreModuleException e) {
      throw e;
    } catch (WasmEngineException e) {
      String message = String.valueOf(e.getMessage());
      String proposal = Proposals.unknownToParser(message);
      throw proposal == null ? refused(e) : Proposals.refused(proposal, message);
    } catch (RuntimeException | AssertionError | OutOfMemoryError | StackOverflowError e) {
      // The engine's parser runs off the end of some malformed modules.
      throw new CoreModuleException(Kind.MALFORMED, "not a core module: " + e, e);
    }
  }

  private static EndiveModule of(WasmModule wasm, Fingerprint fingerprint, KeptModules kept) {
    Bodies bodies = Bodies.of(wasm);
    int imported = wasm.importSection().count(ExternalType.FUNCTION);
    GuestNames names = new GuestNames(fingerprint, wasm);
    Supplier<GuestClasses> classes =
        () -> {
          GuestClasses compiled = GuestClasses.compile(names, wasm);
          kept.keep(fingerprint, new KeptModule(imported, compiled, bodies));
          return compiled;
        };
    return new EndiveModule(names, new Source(wasm, classes), bodies);
  }

  private static CoreModuleException refused(WasmEngineException e) {
    return e instanceof MalformedException
        ? new CoreModuleException(Kind.MALFORMED, "not a core module: " + e.getMessage(), e)
        : new CoreModuleException(Kind.INVALID, "not a valid core module: " + e.getMessage(), e);
  }

  @Override
  public CoreModuleType type() {
    return type;
  }

  @Override
  public boolean hasStart() {
    return hasStart;
  }

  @Override
  public void prepare() {
    var _ = compiled();
  }

  @Override
  public CoreInstance instantiate(List<CoreExtern> imports, CoreLimits limits) {
    return EndiveInstance.start(this, Imports.link(this, imports), limits);
  }

  /** Compiles it, if that has not been done. */
  Compiled compiled() {
    Compiled result = compiled;
    if (result == null) {
      synchronized (this) {
        result = compiled;
        if (result == null) {
          result = compile();
          compiled = result;
          source = null;
        }
      }
    }
    return result;
  }

  private Compiled compile() {
    Source from = source;
    GuestFrames.register(names);
    try {
      GuestClasses classes = from.classes().get();
      return new Compiled(
          new GuestCode(this, classes), Runnables.of(from.wasm(), classes.interpreted()));
    } catch (RuntimeException e) {
      throw new CoreModuleException(
          Kind.UNSUPPORTED, "the module cannot be compiled: " + e.getMessage(), e);
    }
  }

  GuestCode code() {
    return compiled().code();
  }

  GuestNames names() {
    return names;
  }

  /** The types that it defines. */
  ModuleTypes types() {
    return types;
  }

  StandIns standIns() {
    return standIns;
  }

  /** An export by its name, or null. */
  @Nullable Export export(String name) {
    return exports.get(name);
  }

  /** How many functions it imports and defines. */
  int functionCount() {
    return functionTypes.size();
  }

  int importedFunctionCount() {
    return importedFunctionCount;
  }

  /** The type index of a function. */
  int functionType(int function) {
    return functionTypes.get(function);
  }

  /** How functions of a type are called. */
  Signature signature(int typeIndex) {
    return signatures[typeIndex];
  }

  /** Whether a function may end with a tail call. */
  boolean tailCalls(int function) {
    return bodies.tailCalling().contains(function);
  }

  /** What a function does, if it only forwards. */
  @Nullable Forwarding forwarding(int function) {
    return bodies.forwardings().get(function);
  }
}
