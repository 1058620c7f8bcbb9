package run.radicchio.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of all threads for an operation. On one core this is what it takes, garbage
 * collection included, and it stays so where other programs have that core most of the time.
 *
 * <p>Of iterations of a second: the system counts in hundredths. Public, with a constructor without
 * parameters, for JMH.
 */
public final class ProcessorTime implements InternalProfiler {
  /** In nanoseconds. */
  static final String RESULT = "processor.time.norm";

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long start;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long used = system.getProcessCpuTime() - start;
    long operations = result.getMetadata().getAllOps();
    return benchmark.getMode() == Mode.SingleShotTime || operations == 0
        ? List.of()
        : List.of(
            new ScalarResult(RESULT, (double) used / operations, "ns/op", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "processor time of all threads";
  }
}
