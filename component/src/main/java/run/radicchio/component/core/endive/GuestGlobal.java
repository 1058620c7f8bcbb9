package run.radicchio.component.core.endive;

import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.TypeSection;
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
  private final @Nullable TypeSection types;
  private @Nullable FunctionReference function;

  /** A global that is the same for all instances. */
  GuestGlobal(GlobalInstance global) {
    this.global = global;
    this.types = null;
  }

  /**
   * A global that refers to a function.
   *
   * @param types those of the module that defines it, which its type may be one of
   */
  GuestGlobal(
      ValType type,
      TypeSection types,
      MutabilityType mutability,
      @Nullable FunctionReference function) {
    this.global = GlobalInstance.builder().valType(type).mutabilityType(mutability).build();
    this.types = types;
    this.function = function;
  }

  @Override
  public CoreType.Global type() {
    return CoreTypes.global(global.getType(), global.getMutabilityType());
  }

  /** What an instance is given that has it, or imports it as one of a type. */
  GlobalInstance seenFrom(FunctionSpace space, ValType declared) {
    if (types == null) {
      return global;
    }
    boolean mutable = global.getMutabilityType() == MutabilityType.Var;
    ValType type =
        CoreTypes.imported(
            types, global.getType(), space.module().typeSection(), declared, mutable);
    return new View(this, space, type);
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
