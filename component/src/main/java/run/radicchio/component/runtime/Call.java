package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/** The caller's side of a call (CanonicalABI, {@code OnStart} and {@code OnResolve}). */
public interface Call {
  /** A call without arguments whose result nobody takes. */
  Call NONE =
      new Call() {
        @Override
        public Object[] start() {
          return new Object[0];
        }

        @Override
        public void resolve(Object @Nullable [] result) {}
      };

  /** The callee begins: gives the arguments. Called at most once. */
  Object[] start();

  /**
   * The callee ends: takes its result. Called once, unless a trap ends everything.
   *
   * @param result an array of none or one value, or null if the call was cancelled
   */
  void resolve(Object @Nullable [] result);
}
