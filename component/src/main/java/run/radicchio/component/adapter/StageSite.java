package run.radicchio.component.adapter;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.GuestValues;

/** Where the host calls an {@code async} function of an instance. */
public final class StageSite {
  private final List<GuestValues.End> ends;
  private final Function<@Nullable Object, Exception> error;
  private final Function<CallValues, CompletionStage<@Nullable Object>> begin;

  /**
   * A site.
   *
   * @param ends how handles are represented, in the order of {@link HandleUses}
   * @param error makes the exception of an error from its payload
   * @param begin begins a call with its arguments; gives the stage of its outcome
   */
  public StageSite(
      List<GuestValues.End> ends,
      Function<@Nullable Object, Exception> error,
      Function<CallValues, CompletionStage<@Nullable Object>> begin) {
    this.ends = ends;
    this.error = error;
    this.begin = begin;
  }

  CompletionStage<@Nullable Object> begin(CallValues values) {
    return begin.apply(values);
  }

  /** For the arguments of a call. */
  Context lowering(Context callee) {
    return ends.isEmpty()
        ? callee
        : new Context(
            callee.options(), callee.instance(), callee.lender(), callee.borrower(), ends);
  }

  /** For the result of a call. */
  Context lifting(Context callee) {
    callee.instance().store().quota().beginCopies();
    return lowering(callee);
  }

  /** What it means that arguments could not be lowered. */
  static Exception refused(RuntimeException reason) {
    return reason instanceof Trap ? reason : new Refusal(reason);
  }

  /** What a stage fails with for an error. */
  Exception error(@Nullable Object payload) {
    return error.apply(payload);
  }
}
