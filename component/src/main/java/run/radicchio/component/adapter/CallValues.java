package run.radicchio.component.adapter;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;

/** The values of one call of a guest, with the arguments until it takes them. */
public interface CallValues {
  /**
   * Calls the core function with the arguments.
   *
   * @return the bits of what it returned, or 0
   * @throws Refusal if the arguments cannot be given; it was not called
   */
  long start(Context callee, FlatCall core) throws Refusal;

  /**
   * Takes the result.
   *
   * @param flat the bits that the core function or {@code task.return} gave
   * @param taskReturn which of them it was
   * @return null where it has none
   * @throws Exception what is to be thrown in its place: for an error, or by who makes its objects
   * @throws run.radicchio.component.Trap if the guest's result is none
   */
  @Nullable Object resolve(Context callee, long[] flat, boolean taskReturn) throws Exception;
}
