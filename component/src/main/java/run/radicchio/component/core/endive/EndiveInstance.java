package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.TableInstance;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.ValType;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreLimits;
import run.radicchio.component.type.CoreType;

/** An instance of a module, and the memories that it defines. */
final class EndiveInstance implements CoreInstance {
  private final EndiveModule module;
  private final FunctionSpace space;
  private final CoreLimits limits;
  private final List<LinearMemory> memories = new ArrayList<>();
  private final Map<String, CoreExtern> exports = new HashMap<>();
  private final Instance instance;
  private @Nullable Checkpoint checkpoint;

  private EndiveInstance(EndiveModule module, Imports imports, CoreLimits limits) {
    this.module = module;
    this.limits = limits;
    this.space = imports.space();
    EndiveModule.Compiled compiled = module.compiled();
    try {
      this.instance =
          Instance.builder(compiled.wasm())
              .withImportValues(imports.values())
              .withMachineFactory(
                  instance -> new GuestMachine(compiled.code().machine(instance), space))
              .withMemoryFactory(this::memory)
              .withTableFactory(this::table)
              .withGlobalFactory(this::global)
              .withInitialize(false)
              .withStart(false)
              .build();
      space.bind(instance);
      instance.initialize(false);
    } catch (UnlinkableException e) {
      close();
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (Throwable e) {
      close();
      throw Traps.sneak(Traps.translate(e));
    }
  }

  /** Instantiates a module and runs its start function. */
  static EndiveInstance start(EndiveModule module, Imports imports, CoreLimits limits) {
    return new EndiveInstance(module, imports, limits);
  }

  private Memory memory(MemoryLimits type) {
    try {
      LinearMemory memory = new LinearMemory(type, limits);
      memories.add(memory);
      return new MemoryView(memory);
    } catch (OutOfMemoryError e) {
      throw new Trap(Trap.Kind.OTHER_CORE, e.getMessage(), e);
    }
  }

  private TableInstance table(Table table, int initialValue) {
    GuestTable result =
        new GuestTable(
            module.types().reference(table.elementType()),
            (int) table.limits().min(),
            table.limits().max(),
            limits);
    if (!table.elementType().isObjectRef()) {
      for (int i = 0; i < result.size(); i++) {
        result.set(i, space.reference(initialValue));
      }
    }
    return new TableView(result, space, table.elementType());
  }

  private GlobalInstance global(long low, long high, ValType type, MutabilityType mutability) {
    return CoreTypes.isFunctionNumber(type)
        ? GuestGlobal.ofFunction(
                CoreTypes.global(module.types(), type, mutability), space.reference((int) low))
            .seenFrom(space, type)
        : GlobalInstance.builder()
            .valueLow(low)
            .valueHigh(high)
            .valType(type)
            .mutabilityType(mutability)
            .build();
  }

  @Override
  public CoreExtern export(String name) {
    return exports.computeIfAbsent(name, this::find);
  }

  private CoreExtern find(String name) {
    Export export = module.export(name);
    if (export == null) {
      throw new IllegalArgumentException(
          "no export \"%s\"; there are %s".formatted(name, module.type().exports().keySet()));
    }
    int index = export.index();
    CoreType type = module.type().exports().get(name);
    return switch (export.exportType()) {
      case FUNCTION -> space.own(index).function();
      case TABLE -> space.table(index).table();
      case MEMORY -> ((MemoryView) instance.memory(index)).memory();
      case GLOBAL -> GuestGlobal.of(instance.global(index), (CoreType.Global) type);
      case TAG -> new GuestTag(instance.tag(index), (CoreType.Tag) type);
    };
  }

  @Override
  public boolean checkpoint() {
    checkpoint = Checkpoint.of(instance, memories);
    return checkpoint != null;
  }

  @Override
  public void restore() {
    if (checkpoint == null) {
      throw new IllegalStateException("there was no checkpoint");
    }
    checkpoint.restore();
  }

  @Override
  public void close() {
    memories.forEach(LinearMemory::close);
  }
}
