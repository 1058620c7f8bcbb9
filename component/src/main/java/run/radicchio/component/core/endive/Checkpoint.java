package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;

/** What an instance was at one time, in all that it defines and can change. */
final class Checkpoint {
  private final List<Runnable> restorations = new ArrayList<>();

  private Checkpoint() {}

  /**
   * What an instance is now; null if it cannot be set back to that.
   *
   * @param memories those that it defines
   */
  static @Nullable Checkpoint of(Instance instance, List<LinearMemory> memories) {
    if (mayHaveObjects(instance)) {
      return null;
    }
    Checkpoint now = new Checkpoint();
    now.addTables(instance);
    now.addGlobals(instance);
    now.addElementSegments(instance);
    now.addDataSegments(instance);
    // What they take of the system is taken last, when nothing else is in the way.
    return now.addMemories(memories) ? now : null;
  }

  /** Makes the instance what it was. */
  void restore() {
    restorations.forEach(Runnable::run);
  }

  /** What an object of the guest's garbage collector holds is not known here. */
  private static boolean mayHaveObjects(Instance instance) {
    for (int i = 0; i < instance.globalCount(); i++) {
      if (isObject(instance.global(i).getType())) {
        return true;
      }
    }
    for (int i = 0; i < instance.tableCount(); i++) {
      if (isObject(instance.table(i).elementType())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isObject(ValType type) {
    return type.isReference() && !CoreTypes.isFunctionNumber(type);
  }

  private void addTables(Instance instance) {
    for (int i = instance.imports().tableCount(); i < instance.tableCount(); i++) {
      restorations.add(((TableView) instance.table(i)).table().checkpoint());
    }
  }

  private void addGlobals(Instance instance) {
    for (int i = instance.imports().globalCount(); i < instance.globalCount(); i++) {
      GlobalInstance global = instance.global(i);
      if (global.getMutabilityType() == MutabilityType.Var) {
        long low = global.getValueLow();
        long high = global.getValueHigh();
        restorations.add(
            () -> {
              global.setValueLow(low);
              global.setValueHigh(high);
            });
      }
    }
  }

  private void addElementSegments(Instance instance) {
    Element[] segments = new Element[instance.elementCount()];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = instance.element(i);
    }
    restorations.add(
        () -> {
          for (int i = 0; i < segments.length; i++) {
            instance.setElement(i, segments[i]);
          }
        });
  }

  private void addDataSegments(Instance instance) {
    if (instance.memory() instanceof MemoryView memory) {
      DataSegment[] segments = memory.dataSegments();
      DataSegment[] kept = segments.clone();
      restorations.add(() -> System.arraycopy(kept, 0, segments, 0, kept.length));
    }
  }

  private boolean addMemories(List<LinearMemory> memories) {
    for (LinearMemory memory : memories) {
      if (!memory.keep()) {
        return false;
      }
      restorations.add(memory::restore);
    }
    return true;
  }
}
