package run.radicchio.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Component;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.LinkException;
import run.radicchio.component.Linker;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.endive.EndiveEngine;
import run.radicchio.component.validation.ComponentReader;

/** What is promised of all bytes that someone takes for a component, or for something else. */
final class Promises {
  /** Reading takes so many times the memory of what is read, and an allowance. */
  static final int FACTOR = 64;

  static final int ALLOWANCE = 64 * 1024;

  /**
   * The core engine's parser takes some hundred times the memory of a module, at most five hundred:
   * more shows that it believes a count in the module before what it counts is there.
   */
  private static final int CORE_FACTOR = 1_000;

  private static final int CORE_ALLOWANCE = 1 << 20;

  /** What a guest may take. */
  private static final StoreOptions OPTIONS =
      StoreOptions.defaults()
          .withDeadline(Duration.ofMillis(100))
          .withMemoryLimit(16 << 20)
          .withTableLimit(10_000)
          .withHandleLimit(1_000)
          .withInstanceLimit(100);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Promises() {}

  /**
   * What it took to read a file.
   *
   * @param bytes how many the file has
   * @param allocated what was allocated, but for core modules
   * @param coreAllocated what was allocated for core modules
   * @param problem why it was refused, or null
   */
  record Outcome(long bytes, long allocated, long coreAllocated, @Nullable String problem) {
    boolean isWithinBounds() {
      return allocated <= ALLOWANCE + FACTOR * bytes
          && coreAllocated <= CORE_ALLOWANCE + CORE_FACTOR * bytes;
    }
  }

  /** Reads something. */
  interface Reading {
    void run() throws IOException;
  }

  /**
   * Reads something, which takes memory in proportion to it.
   *
   * @param bytes how many there are to read
   * @param factor how many times as many it takes at most, beside an allowance
   */
  static void inProportion(int bytes, int factor, Reading reading) throws IOException {
    long most = ALLOWANCE + (long) factor * bytes;
    if (allocated(reading) > most) {
      // What is done once, such as loading classes, does not count.
      long allocated = allocated(reading);
      if (allocated > most) {
        throw new AssertionError(
            "reading %d bytes takes %d, more than %d".formatted(bytes, allocated, most));
      }
    }
  }

  private static long allocated(Reading reading) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    reading.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** Reads bytes, which ends in a component or a documented exception, and within bounds. */
  static Outcome read(byte[] bytes) {
    Metered engine = new Metered();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    String problem = null;
    try {
      ComponentReader.read(bytes, engine);
    } catch (MalformedComponentException | InvalidComponentException e) {
      problem = e.getMessage();
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before - engine.allocated;
    return new Outcome(bytes.length, allocated, engine.allocated, problem);
  }

  /** The core engine, and what it allocates. */
  private static final class Metered implements CoreEngine {
    private final CoreEngine engine = new EndiveEngine(CodeStore.NONE);
    private long allocated;

    @Override
    public CoreModule compile(byte[] bytes) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      try {
        return engine.compile(bytes);
      } finally {
        allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
      }
    }

    @Override
    public List<String> guestFrames(Throwable thrown) {
      return engine.guestFrames(thrown);
    }
  }

  /** Instantiates a component with nothing to import, and calls what it exports. */
  static void run(byte[] bytes) {
    Component component = Component.load(bytes);
    try (Store store = new Store(OPTIONS)) {
      Instance instance = new Linker().instantiate(component, store);
      for (ExportedFunction function : instance.functions().values()) {
        if (function.type().parameters().isEmpty()) {
          call(function);
        }
      }
    } catch (LinkException | Trap documented) {
      // So it may end.
    }
  }

  private static void call(ExportedFunction function) {
    try {
      function.call();
    } catch (Trap documented) {
      // So it may end; those that are called after it say that the instance is closed.
    }
  }
}
