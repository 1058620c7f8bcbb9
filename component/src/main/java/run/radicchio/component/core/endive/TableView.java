package run.radicchio.component.core.endive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.ValType;

/**
 * What one instance sees of a {@link GuestTable}: references to functions as numbers of its {@link
 * FunctionSpace}.
 *
 * <p>It also mends indirect calls. For a function of another instance, Endive compares the type
 * index of the call, which counts in the caller's module, with that of the function, which counts
 * in the other. So a call that finds such a function here is told of a stand-in: an instance of a
 * module that has the caller's own types, and one function of the right type, which runs the real
 * one.
 */
final class TableView extends TableInstance {
  private static final TableLimits NONE = new TableLimits(0, 0);
  private static final @Nullable Call[] NO_CALLS = {};

  private final GuestTable table;
  private final FunctionSpace space;
  private TableLimits limits;
  private @Nullable Call[] calls = NO_CALLS;

  /**
   * How to call a foreign function.
   *
   * @param function whose number this is
   * @param number its index in an instance
   * @param instance which instance; null for the one that looks
   */
  private record Call(FunctionReference function, int number, @Nullable Instance instance) {}

  /** What an instance is given that imports a table as one of a type, or has it. */
  TableView(GuestTable table, FunctionSpace space, ValType elementType) {
    super(new Table(elementType, NONE), 0);
    this.table = table;
    this.space = space;
    this.limits = new TableLimits(table.size(), table.maximum());
  }

  GuestTable table() {
    return table;
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public TableLimits limits() {
    if (limits.min() != table.size()) {
      limits = new TableLimits(table.size(), table.maximum());
    }
    return limits;
  }

  // Elements.

  @Override
  public int ref(int index) {
    return space.number((FunctionReference) table.get(index));
  }

  @Override
  public @Nullable Object objRef(int index) {
    return table.get(index);
  }

  /** The instance that the engine names is not needed: the number says whose function it is. */
  @Override
  public void setRef(int index, int value, @Nullable Instance ignored) {
    table.set(index, space.reference(value));
  }

  @Override
  public void setObjRef(int index, @Nullable Object value, @Nullable Instance ignored) {
    table.set(index, value);
  }

  @Override
  public int grow(int size, int value, @Nullable Instance ignored) {
    return table.grow(size, space.reference(value));
  }

  @Override
  public int growWithRef(int size, @Nullable Object value, @Nullable Instance ignored) {
    return table.grow(size, value);
  }

  @Override
  public void reset() {
    for (int i = 0; i < table.size(); i++) {
      table.set(i, null);
    }
  }

  // Calls: the engine asks for the number first, then for the instance.

  @Override
  public int requiredRef(int index) {
    FunctionReference function = table.required(index);
    return function.home() == space ? function.index() : foreignCall(index, function).number();
  }

  @Override
  public @Nullable Instance instance(int index) {
    Call call = index < calls.length ? calls[index] : null;
    return call == null || call.function() != table.get(index) ? null : call.instance();
  }

  private Call foreignCall(int index, FunctionReference function) {
    if (index >= calls.length) {
      calls = Arrays.copyOf(calls, table.size());
    }
    Call call = calls[index];
    if (call == null || call.function() != function) {
      int number = space.number(function);
      call =
          number >= 0
              ? new Call(function, number, null)
              : new Call(function, 0, space.module().standIns().of(function, space));
      calls[index] = call;
    }
    return call;
  }
}
