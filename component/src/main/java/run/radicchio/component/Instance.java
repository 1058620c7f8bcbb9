package run.radicchio.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.link.Item;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;

/**
 * An instance of a component: its memory, its handles, and its functions to call.
 *
 * <p>Safe for use by several threads: one guest thread runs at a time, and calls that wait let
 * others in. A trap ends the instance. Interrupting the Java thread that waits for a call traps the
 * guest.
 */
public final class Instance implements AutoCloseable {
  private final Store store;
  private final List<CoreInstance> coreInstances;
  private final Map<String, ExportedFunction> functions = new LinkedHashMap<>();
  private boolean closed;

  Instance(
      Component component, Store store, Item.Instance exports, List<CoreInstance> coreInstances) {
    this.store = store;
    this.coreInstances = List.copyOf(coreInstances);
    addFunctions("", component.type().exports(), exports);
  }

  private void addFunctions(String prefix, Map<String, ExternType> types, Item.Instance exports) {
    types.forEach(
        (name, type) -> {
          switch (type) {
            case FuncType function ->
                functions.put(
                    prefix + name,
                    new ExportedFunction(
                        prefix + name,
                        function,
                        store,
                        Item.as(Item.Function.class, exports.export(name)).callee()));
            case InstanceType instance ->
                addFunctions(
                    prefix + name + "#",
                    instance.exports(),
                    Item.as(Item.Instance.class, exports.export(name)));
            default -> {}
          }
        });
  }

  /**
   * An exported function: of the component by its name, of an instance that it exports as {@code
   * wasi:cli/run@0.3.0#run}.
   */
  public Optional<ExportedFunction> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** All exported functions by name, in the order of the component. */
  public Map<String, ExportedFunction> functions() {
    return java.util.Collections.unmodifiableMap(functions);
  }

  /** How many handles the guest has: resources, waitables, sets of them. */
  public int handleCount() {
    return store.handleCount();
  }

  /**
   * Ends the instance: its calls trap, its memory is freed, and the host's resources that it owns
   * are closed.
   *
   * @throws RuntimeException if closing a resource failed, after all are closed
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      store.close();
    } finally {
      coreInstances.forEach(CoreInstance::close);
    }
  }
}
