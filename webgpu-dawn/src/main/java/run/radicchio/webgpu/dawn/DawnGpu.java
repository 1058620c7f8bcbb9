package run.radicchio.webgpu.dawn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import run.radicchio.webgpu.Gpu;
import run.radicchio.webgpu.RecordGpuPipelineConstantValue;
import run.radicchio.webgpu.RecordOptionGpuSize64;
import run.radicchio.webgpu.WebGpu;
import run.radicchio.webgpu.canvas.CanvasMaker;
import run.radicchio.webgpu.canvas.OffscreenCanvas;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;
import run.radicchio.webgpu.dawn.adapter.Rules;
import run.radicchio.webgpu.dawn.ffm.Functions;
import run.radicchio.webgpu.dawn.library.DawnLibrary;
import run.radicchio.webgpu.dawn.library.DawnLibraryException;
import run.radicchio.webgpu.dawn.object.LiveObjects;
import run.radicchio.webgpu.dawn.resource.Adapters;
import run.radicchio.webgpu.dawn.resource.Canvas;
import run.radicchio.webgpu.dawn.resource.DawnConstants;
import run.radicchio.webgpu.dawn.resource.DawnRequiredLimits;
import run.radicchio.webgpu.dawn.resource.DawnRoot;

/**
 * WebGPU on this machine's GPUs, by Dawn.
 *
 * {@snippet :
 * try (DawnGpu webgpu = DawnGpu.open(DawnGpu.Options.defaults());
 *     Gpu gpu = webgpu.getGpu();
 *     GpuAdapter adapter = gpu.requestAdapter().toCompletableFuture().get();
 *     GpuDevice device = adapter.requestDevice().toCompletableFuture().get()) {
 *   ...
 * }
 * }
 *
 * <p>Resources may be used from several threads. One that is closed while another thread is inside
 * a call on it goes when that has ended; calls that begin later throw {@link
 * IllegalStateException}. Stages complete, and streams signal, on a thread that all events of a GPU
 * go through: what is attached to them must not block it.
 */
public final class DawnGpu implements WebGpu, CanvasMaker, AutoCloseable {
  private final LiveObjects live = new LiveObjects();
  private final Adapters adapters;
  private final String library;
  private final Thread atExit = new Thread(this::destroyInTime, "dawn-exit");
  private boolean closed;

  /**
   * What may be chosen.
   *
   * @param gpus which adapters guests may get
   * @param rules which guests are held to
   * @param libraries where Dawn and the software GPU are
   */
  public record Options(GpuChoice gpus, Rules rules, DawnLibrary.Options libraries) {
    /** Any GPU, and the libraries that come with Radicchio. */
    public static Options defaults() {
      return new Options(new GpuChoice.Any(), Rules.WEBGPU, DawnLibrary.Options.defaults());
    }

    /** These options with another choice of GPUs. */
    public Options withGpus(GpuChoice choice) {
      return new Options(choice, rules, libraries);
    }

    /** These options with other rules. */
    public Options withRules(Rules others) {
      return new Options(gpus, others, libraries);
    }

    /** These options with other libraries. */
    public Options withLibraries(DawnLibrary.Options options) {
      return new Options(gpus, rules, options);
    }
  }

  private DawnGpu(Options options) {
    DawnLibrary library = DawnLibrary.load(options.libraries());
    this.library = library.origin();
    Functions.bind(library.file().toString(), library.symbols());
    adapters = new Adapters(options.gpus(), options.rules(), options.libraries(), live);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Loads Dawn. GPUs are looked for when the first is asked for.
   *
   * @throws DawnLibraryException if Dawn's library cannot be loaded
   * @throws IllegalStateException if this process already uses another library
   */
  public static DawnGpu open(Options options) {
    return new DawnGpu(options);
  }

  @Override
  public synchronized Gpu getGpu() {
    if (closed) {
      throw new IllegalStateException("this DawnGpu was closed: it has no more GPUs");
    }
    return new DawnRoot(adapters);
  }

  @Override
  public RecordGpuPipelineConstantValue recordGpuPipelineConstantValue() {
    return new DawnConstants();
  }

  @Override
  public RecordOptionGpuSize64 recordOptionGpuSize64() {
    return new DawnRequiredLimits();
  }

  /** A canvas whose context programs of this GPU can draw on. */
  @Override
  public OffscreenCanvas createCanvas(int width, int height) {
    return new Canvas(adapters, width, height);
  }

  /** Every adapter of this machine, chosen or not, those first that a guest would get. Waits. */
  public List<AdapterDescription> adapters() {
    return adapters.describe().join();
  }

  /** Where Dawn's library comes from, and of which revision it is, in words. */
  public String library() {
    return library;
  }

  /** Why {@code request-adapter} finds none, once it did, and what to do, in sentences. */
  public String explainNoAdapter() {
    return adapters.explainNone();
  }

  /** How many of Dawn's objects are held, by the name of their resource: none is left out. */
  public Map<String, Integer> liveObjects() {
    Map<String, Integer> byResource = new TreeMap<>();
    live.snapshot().forEach((kind, count) -> byResource.put(kind.resource(), count));
    return byResource;
  }

  /**
   * Destroys every device, and waits until that is done, or ten seconds. What is still held stays
   * valid, and is to be closed by its holder.
   */
  @Override
  public void close() {
    destroy();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending, and does the same.
    }
  }

  /** At exit: a thread that hangs inside Dawn must not keep the process from ending. */
  private void destroyInTime() {
    Thread destroyer = Thread.ofPlatform().daemon().name("dawn-destroyer").start(this::destroy);
    try {
      destroyer.join(Adapters.LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void destroy() {
    if (!closed) {
      closed = true;
      adapters.close();
    }
  }
}
