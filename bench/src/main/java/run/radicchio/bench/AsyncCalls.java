package run.radicchio.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import run.radicchio.component.Component;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/**
 * The host calls asynchronous functions of a guest and waits for each result.
 *
 * <p>Those that wait call an asynchronous function of the host, whose {@code CompletionStage} is
 * not done when it returns: the guest gets a subtask, puts it into a waitable set, waits for that
 * set, is told that the subtask returned, drops it, and returns its own result. The host completes
 * the stage on the thread that called the guest, or on another virtual thread ({@link Completer}).
 * Either way the event reaches the guest only after it has begun to wait.
 */
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Thread)
public class AsyncCalls {
  private static final int CALLS = 1_000;
  private static final List<String> EXPORTS =
      List.of("ready-callback", "ready-stackful", "await-callback", "await-stackful");

  @Param public Caller caller;

  private final Completer completingCaller = new Completer.OfCaller();
  private final Completer completingOther = new Completer.OfOther();
  private Instance guest;
  private Stages stages;
  private Instance guestOfOther;

  @Setup
  public void instantiate(Rehearsal rehearsal) {
    Component component = Component.load(GuestFile.ASYNC_CALLS.bytes());
    guest = new Linker().add(completingCaller).instantiate(component);
    guestOfOther = new Linker().add(completingOther).instantiate(component);
    stages = guest.exports(Stages.class);
    List<Runnable> all = new ArrayList<>();
    EXPORTS.forEach(export -> all.add(() -> repeat(guest, export, Rehearsal.CALLS)));
    all.add(() -> repeat(stages::readyCallback, Rehearsal.CALLS));
    all.add(() -> repeat(stages::awaitCallback, Rehearsal.CALLS));
    rehearsal.of(all);
  }

  @TearDown
  public void close() {
    guest.close();
    guestOfOther.close();
    completingOther.close();
  }

  private int repeat(Instance instance, String export, int times) {
    ExportedFunction function = instance.function(export).orElseThrow();
    return caller.repeat(times, () -> (Integer) function.call());
  }

  private int repeat(Supplier<CompletionStage<Integer>> call, int times) {
    return caller.repeat(times, () -> call.get().toCompletableFuture().join());
  }

  /** Completes at once; the callback ABI. */
  @AtMost(nanoseconds = 300, bytes = 400)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int readyCallback() {
    return repeat(guest, "ready-callback", CALLS);
  }

  /** Completes at once; the stackful ABI. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int readyStackful() {
    return repeat(guest, "ready-stackful", CALLS);
  }

  /** Waits; the callback ABI. */
  @AtMost(nanoseconds = 2000, bytes = 400)
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int awaitCallback() {
    return repeat(guest, "await-callback", CALLS);
  }

  /** Waits; the stackful ABI. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int awaitStackful() {
    return repeat(guest, "await-stackful", CALLS);
  }

  /** Waits for another thread; the callback ABI. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int awaitOtherCallback() {
    return repeat(guestOfOther, "await-callback", CALLS);
  }

  /** Waits for another thread; the stackful ABI. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int awaitOtherStackful() {
    return repeat(guestOfOther, "await-stackful", CALLS);
  }

  /** Completes at once; a method that returns a stage. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int readyStage() {
    return repeat(stages::readyCallback, CALLS);
  }

  /** Waits; a method that returns a stage. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public int awaitStage() {
    return repeat(stages::awaitCallback, CALLS);
  }
}
