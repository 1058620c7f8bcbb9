package run.radicchio.component.runtime;

import java.util.function.BooleanSupplier;

/** What a Java thread comes into a store for: one call, which it waits for. */
public interface Errand extends BooleanSupplier {
  /** Begins the call. */
  void begin();

  /** Whether it is over. */
  boolean isOver();

  @Override
  default boolean getAsBoolean() {
    return isOver();
  }
}
