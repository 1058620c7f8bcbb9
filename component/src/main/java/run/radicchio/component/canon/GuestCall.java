package run.radicchio.component.canon;

import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.adapter.Refusal;
import run.radicchio.component.runtime.Cancellation;

/**
 * The caller's side of a call to a lifted function: it knows both how the caller has the values and
 * how the callee takes them (CanonicalABI, {@code OnStart} and {@code OnResolve}).
 */
public interface GuestCall {

  /**
   * The callee takes the call, which may not be resolved for long: says how to ask for its end.
   * Called before anything else, unless the type of the function is not {@code async}.
   */
  void begins(Cancellation cancellation);

  /**
   * The callee begins: calls its core function with the arguments. Called once at most.
   *
   * @param callee where the arguments are lowered to
   * @return the bits of what the core function returned, or 0
   * @throws Refusal if it does not call it after all, since what it has are no such arguments
   */
  long start(Context callee, FlatCall core) throws Refusal;

  /**
   * The callee returns, and the result must be taken at once. Called once at most.
   *
   * @param callee where the result is lifted from
   * @param flat the bits that the core function or {@code task.return} gave
   * @param taskReturn which of them it was: they differ in how many flat values they can take
   */
  void resolve(Context callee, long[] flat, boolean taskReturn);

  /** The callee ends without a result, as it was asked to. */
  void cancelled();
}
