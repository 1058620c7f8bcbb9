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
  private final GlobalInstance global;
  private @Nullable FunctionReference function;

  /** A global that is the same for all instances. */
  GuestGlobal(GlobalInstance global) {
    this.global = global;
  }

  /** A global that refers to a function. */
  GuestGlobal(ValType type, MutabilityType mutability, @Nullable FunctionReference function) {
    this.global = GlobalInstance.builder().valType(type).mutabilityType(mutability).build();
    this.function = function;
  }

  @Override
  public CoreType.Global type() {
    return CoreTypes.global(global.getType(), global.getMutabilityType());
  }

  /** What the instance that has it is given. */
  GlobalInstance seenFrom(FunctionSpace space) {
    return seenFrom(space, global.getType());
  }

  /** What an instance is given that imports it as one of a type. */
  GlobalInstance seenFrom(FunctionSpace space, ValType type) {
    return CoreTypes.isFunctionNumber(type) ? new View(this, space, type) : global;
  }

  /** The global that the engine has in an instance. */
  static GuestGlobal of(GlobalInstance global) {
    return global instanceof View view ? view.shared : new GuestGlobal(global);
  }

  /** What one instance sees of a global that refers to a function. */
  static final class View extends GlobalInstance {
    private final GuestGlobal shared;
    private final FunctionSpace space;

    @SuppressWarnings("deprecation") // the builder makes no subclass
    View(GuestGlobal shared, FunctionSpace space, ValType type) {
      super(0, 0, type, shared.global.getMutabilityType());
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
}
