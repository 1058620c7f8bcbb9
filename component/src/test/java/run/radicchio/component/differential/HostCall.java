package run.radicchio.component.differential;

import java.util.List;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.canon.GuestCall;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.runtime.Cancellation;

/** A call by the host, of a function whose types are all {@code u32}: values are their bits. */
final class HostCall implements GuestCall {
  private final String name;
  private final LiftedFunction function;
  private final List<String> arguments;
  private final Trace trace;
  private Cancellation cancellation = Cancellation.NONE;
  private volatile boolean over;

  /**
   * Yet to begin.
   *
   * @param number how many calls there are with it
   */
  HostCall(int number, LiftedFunction function, List<String> arguments, Trace trace) {
    this.name = "host call " + number;
    this.function = function;
    this.arguments = arguments;
    this.trace = trace;
  }

  void begin() {
    function.call(this, null);
  }

  /** Asks the guest to end, unless it has or was asked before. */
  void cancel() {
    Cancellation asking = cancellation;
    cancellation = Cancellation.NONE;
    if (!over) {
      asking.request(null);
    }
  }

  boolean isOver() {
    return over;
  }

  @Override
  public void begins(Cancellation newCancellation) {
    cancellation = newCancellation;
  }

  @Override
  public long start(Context callee, FlatCall core) {
    trace.line(name + " starts");
    return core.call(arguments.stream().mapToLong(Long::parseLong).toArray());
  }

  @Override
  public void resolve(Context callee, long[] flat, boolean taskReturn) {
    over = true;
    boolean hasResult = function.type().result() != null;
    trace.line(name + " returns" + (hasResult ? " " + Long.toUnsignedString(flat[0]) : ""));
  }

  @Override
  public void cancelled() {
    over = true;
    trace.line(name + " is cancelled");
  }
}
