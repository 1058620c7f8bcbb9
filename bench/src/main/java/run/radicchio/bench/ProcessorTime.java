package run.radicchio.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The processor time of all threads for an operation, or of the process that it starts. On one core
 * this is what it takes, garbage collection included, and it stays so where other programs have
 * that core most of the time.
 *
 * <p>Of iterations of a second: the system counts in hundredths. Public, with a constructor without
 * parameters, for JMH.
 */
public final class ProcessorTime implements InternalProfiler {
  /** In nanoseconds. */
  static final String RESULT = "processor.time.norm";

  /** proc(5): {@code cutime} and {@code cstime}, counted from the field after the name. */
  private static final int CHILDREN_USER = 13;

  private static final int CHILDREN_SYSTEM = 14;
  private static final long NANOSECONDS_IN_TICK = 10_000_000;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long start;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = used(benchmark);
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double used = used(benchmark) - start;
    long operations = result.getMetadata().getAllOps();
    return used == 0 || operations == 0
        ? List.of()
        : List.of(new ScalarResult(RESULT, used / operations, "ns/op", AggregationPolicy.AVG));
  }

  /** What this process has used, or its children, where a shot is one of them. */
  private long used(BenchmarkParams benchmark) {
    return benchmark.getMode() == Mode.SingleShotTime
        ? usedByChildren()
        : system.getProcessCpuTime();
  }

  /** Of children that have ended; 0 where the system does not say, as Linux does. */
  private static long usedByChildren() {
    try {
      String status = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]))
          * NANOSECONDS_IN_TICK;
    } catch (IOException _) {
      return 0;
    }
  }

  @Override
  public String getDescription() {
    return "processor time of all threads";
  }
}
