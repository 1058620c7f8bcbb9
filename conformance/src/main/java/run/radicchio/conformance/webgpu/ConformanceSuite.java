package run.radicchio.conformance.webgpu;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.CodeCache;
import run.radicchio.component.Component;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.conformance.webgpu.Exclusions.Exclusion;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.GpuAdapter;
import run.radicchio.webgpu.GpuAdapterInfo;
import run.radicchio.webgpu.WebGpu;

/** The conformance suite of {@code wasi:webgpu}, to be run on a host. */
public final class ConformanceSuite {
  /** For a group: a case that waits for what never comes must not wait for ever. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** What cases say of calls that they wanted to see under way. */
  private static final String TOO_LATE = "the host completes the call at once";

  private static final int TRIES = 5;

  private final WebGpu host;
  private final Embedder embedder;
  private final CodeCache cache;
  private final PrintWriter out;
  private final boolean verbose;
  private final Exclusions exclusions = Exclusions.of(Packed.text("exclusions.txt"));
  private final Functions functions = Functions.ofContract();

  /**
   * The suite for a host.
   *
   * @param embedder what the host gives to guests besides, for the group {@code canvas}
   * @param cache where the suite's compiled code is kept
   * @param out where to say how each group ends, and of each case that fails why
   * @param verbose whether to say how each case ends
   */
  public ConformanceSuite(
      WebGpu host, Embedder embedder, CodeCache cache, PrintWriter out, boolean verbose) {
    this.host = host;
    this.embedder = embedder;
    this.cache = cache;
    this.out = out;
    this.verbose = verbose;
  }

  /** The names of all groups. */
  public static List<String> groups() {
    return Packed.groups();
  }

  /**
   * Runs groups, and says how they end.
   *
   * @param names some of {@link #groups}
   */
  public Coverage run(List<String> names) {
    List<Group> groups = new ArrayList<>();
    Map<String, Exclusion> excluded = exclusions.on(adapter());
    for (String name : names) {
      Group group = runInTime(name).without(excluded).named(functions.all());
      report(group);
      groups.add(group);
    }
    if (names.containsAll(groups())) {
      exclusions
          .withoutCase(groups)
          .ifPresent(
              stale -> {
                report(stale);
                groups.add(stale);
              });
    }
    Coverage coverage = new Coverage(functions, groups);
    coverage.skips().forEach((reason, cases) -> out.println("skipped " + cases + ", as " + reason));
    out.println(coverage.totals());
    out.flush();
    return coverage;
  }

  /** The description of the adapter that the groups get; of none where there is none. */
  private String adapter() {
    try (Gpu gpu = host.getGpu();
        @Nullable GpuAdapter adapter = gpu.requestAdapter().toCompletableFuture().join()) {
      if (adapter == null) {
        return "none";
      }
      try (GpuAdapterInfo info = adapter.info()) {
        return info.description();
      }
    }
  }

  /** A guest that is held up for a moment sees less, so it gets another try. */
  private Group runInTime(String name) {
    Group group = run(name);
    for (int more = 1; more < TRIES && group.hasSkipped(TOO_LATE); more++) {
      group = run(name);
    }
    return group;
  }

  private Group run(String name) {
    Results results = new Results();
    Printing printing = results::add;
    List<String> problems = new ArrayList<>();
    try (Instance instance =
        new Linker()
            .add(host)
            .add(printing)
            .add(embedder)
            .instantiate(
                Component.load(Packed.component(name), cache),
                new Store(StoreOptions.defaults().withDeadline(LIMIT)))) {
      ExportedFunction run = instance.functions().get("run");
      run.call();
    } catch (Trap trap) {
      problems.add("it trapped: " + trap.getMessage());
    }
    problems.addAll(results.problems());
    return new Group(name, results.cases(), problems);
  }

  private void report(Group group) {
    out.println(group.name() + ": " + group.totals());
    group.problems().forEach(problem -> out.println("FAILED " + group.name() + ": " + problem));
    for (Case ended : group.cases()) {
      if (verbose || ended.end() == Case.End.FAILED) {
        out.println(word(ended.end()) + " " + ended.name());
        ended.remarks().forEach(remark -> out.println("  " + remark));
      }
    }
    out.flush();
  }

  private static String word(Case.End end) {
    return switch (end) {
      case PASSED -> "passed";
      case FAILED -> "FAILED";
      case SKIPPED -> "skipped";
      case EXCLUDED, DRIVER_BUG -> "excluded";
    };
  }
}
