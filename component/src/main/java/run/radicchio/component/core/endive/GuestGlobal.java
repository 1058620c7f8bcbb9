package run.radicchio.component.core.endive;

import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.type.CoreType;

/**
 * A global, shared by the instances that define or import it.
 *
 * <p>A reference to a function is a number of one instance, so each has a {@link View} of such a
 * global; any other is one object of the engine for all.
 */
final class GuestGlobal implements CoreExtern.Global {
  private final CoreType.Global type;

  /** Where its value is, or null where that is a reference to a function. */
  private final @Nullable GlobalInstance global;

  private @Nullable FunctionReference function;

  private GuestGlobal(
      CoreType.Global type, @Nullable GlobalInstance global, @Nullable FunctionReference function) {
    this.type = type;
    this.global = global;
    this.function = function;
  }

  /** A global that refers to a function. */
  static GuestGlobal ofFunction(CoreType.Global type, @Nullable FunctionReference function) {
    return new GuestGlobal(type, null, function);
  }

  /** The global that the engine has in an instance, of a type there. */
  static GuestGlobal of(GlobalInstance global, CoreType.Global type) {
    return switch (global) {
      case View view -> view.shared;
      case Alias alias -> new GuestGlobal(type, alias.shared, null);
      default -> new GuestGlobal(type, global, null);
    };
  }

  @Override
  public CoreType.Global type() {
    return type;
  }

  /**
   * What an instance is given that has it, or imports it as one of a type.
   *
   * @throws IllegalArgumentException if it cannot be imported as that
   */
  GlobalInstance seenFrom(FunctionSpace space, ValType declared) {
    CoreTypes.checkImported(type.value(), space.module().types().value(declared), type.mutable());
    if (global == null) {
      return new View(this, space, declared);
    }
    return global.getType().equals(declared) ? global : new Alias(global, declared);
  }

  /** What one instance sees of a global that refers to a function. */
  @SuppressWarnings("deprecation") // the builder makes no subclass
  private static final class View extends GlobalInstance {
    private final GuestGlobal shared;
    private final FunctionSpace space;

    View(GuestGlobal shared, FunctionSpace space, ValType type) {
      super(0, 0, type, shared.type.mutable() ? MutabilityType.Var : MutabilityType.Const);
      this.shared = shared;
      this.space = space;
    }

    @Override
    public long getValue() {
      return space.number(shared.function);
    }

    @Override
    public long getValueLow() {
      return getValue();
    }

    @Override
    public void setValue(long value) {
      shared.function = space.reference((int) value);
    }

    @Override
    public void setValueLow(long value) {
      setValue(value);
    }
  }

  /** A global that refers to an object, under another type: one above it, or another's index. */
  @SuppressWarnings("deprecation") // likewise
  private static final class Alias extends GlobalInstance {
    private final GlobalInstance shared;

    Alias(GlobalInstance shared, ValType type) {
      super(0, 0, type, shared.getMutabilityType());
      this.shared = shared;
    }

    @Override
    public Object getRefValue() {
      return shared.getRefValue();
    }

    @Override
    public void setRefValue(Object value) {
      shared.setRefValue(value);
    }
  }
}
