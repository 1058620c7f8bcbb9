package run.radicchio.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The Java heap that all threads take for an operation, without what a benchmark does {@link
 * #apart}.
 *
 * <p>Public, with a constructor without parameters, for JMH.
 */
public final class HeapUse implements InternalProfiler {
  /** In bytes. */
  static final String RESULT = "heap.norm";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final AtomicLong APART = new AtomicLong();

  private long start;

  /** Does something that belongs to no operation. */
  static void apart(Runnable work) {
    APART.addAndGet(takenBy(work));
  }

  /** Does once more what was done among operations to which it does not belong. */
  static void apartAgain(Runnable work) {
    APART.addAndGet(2 * takenBy(work));
  }

  private static long takenBy(Runnable work) {
    long before = THREADS.getTotalThreadAllocatedBytes();
    work.run();
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  private static long used() {
    return THREADS.getTotalThreadAllocatedBytes() - APART.get();
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = used();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double used = used() - start;
    long operations = result.getMetadata().getAllOps();
    return operations == 0
        ? List.of()
        : List.of(new ScalarResult(RESULT, used / operations, "B/op", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "heap that all threads take";
  }
}
