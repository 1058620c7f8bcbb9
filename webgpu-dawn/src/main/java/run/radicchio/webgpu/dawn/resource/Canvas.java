package run.radicchio.webgpu.dawn.resource;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasConfiguration;
import run.radicchio.webgpu.GpuCanvasConfigurationOwned;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuCanvasToneMapping;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuFeatureName;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.OffscreenCanvas;
import run.radicchio.webgpu.canvas.Picture;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;
import run.radicchio.webgpu.dawn.generated.WGPUTextureUsage;

/**
 * A canvas (WebGPU, "Canvas Rendering"), whose drawing buffer is its current texture or, once that
 * is destroyed, a copy of it.
 */
public final class Canvas implements OffscreenCanvas {
  private static final Set<GpuTextureFormat> CONTEXT_FORMATS =
      EnumSet.of(
          GpuTextureFormat.BGRA8UNORM, GpuTextureFormat.RGBA8UNORM, GpuTextureFormat.RGBA16FLOAT);

  /** A picture of these has one gigabyte in the largest format. */
  private static final int MOST_TEXELS = Integer.MAX_VALUE / 16;

  private final Adapters adapters;

  // Everything below is guarded by this.
  private int width;
  private int height;
  private @Nullable Configuration configuration;
  private @Nullable Current current;
  private @Nullable ReadBack readBack;

  /** Null: blank. */
  private @Nullable Drawn drawn;

  /** A configuration with all defaults filled in, and a handle of its device. */
  private record Configuration(DawnDevice device, GpuCanvasConfiguration given) {}

  /** The current texture, which may be destroyed already. */
  private static final class Current {
    final DawnTexture texture;
    boolean destroyed;

    Current(DawnTexture texture) {
      this.texture = texture;
    }
  }

  /** A blank canvas. */
  public Canvas(Adapters adapters, int width, int height) {
    this.adapters = adapters;
    checkSize(width, height);
    this.width = width;
    this.height = height;
  }

  @Override
  public synchronized int width() {
    return width;
  }

  @Override
  public synchronized int height() {
    return height;
  }

  @Override
  public synchronized void resize(int width, int height) {
    checkSize(width, height);
    this.width = width;
    this.height = height;
    replaceDrawingBuffer();
  }

  private static void checkSize(int width, int height) {
    if (width < 0 || height < 0 || (long) width * height > MOST_TEXELS) {
      throw new IllegalArgumentException(
          "a canvas cannot be %d texels wide and %d high: it can have %d texels at most"
              .formatted(width, height, MOST_TEXELS));
    }
  }

  @Override
  public GpuCanvasContext context() {
    return new CanvasContext(this);
  }

  @Override
  public synchronized CompletionStage<Picture> present() {
    expire();
    return drawn == null ? CompletableFuture.completedFuture(kind().picture()) : drawn.present();
  }

  @Override
  public synchronized void discard() {
    if (current != null) {
      replaceDrawingBuffer();
    }
  }

  @Override
  public void close() {
    unconfigure();
  }

  synchronized void configure(GpuCanvasConfiguration wanted) {
    DawnDevice given = DawnObject.from(DawnDevice.class, wanted.device());
    GpuCanvasConfiguration filled = withDefaults(wanted);
    String wrong = check(given, filled);
    if (wrong != null) {
      given.device().error(WGPUErrorType.VALIDATION, wrong);
      return;
    }
    Configuration next = new Configuration(given.share(), filled);
    release();
    configuration = next;
    replaceDrawingBuffer();
    try (Call call = Call.begin()) {
      WGPUDevice.validateTextureDescriptor(
          DawnObject.address(call, given), TextureDescriptors.texture(call, descriptor(filled)));
    }
  }

  /** What makes a configuration none; null if that is nothing. */
  private static @Nullable String check(DawnDevice device, GpuCanvasConfiguration configuration) {
    if (!CONTEXT_FORMATS.contains(configuration.format())) {
      return "a canvas cannot have the format %s: it can have %s"
          .formatted(configuration.format(), CONTEXT_FORMATS);
    }
    if (usage(configuration).contains(GpuTextureUsage.TRANSIENT_ATTACHMENT)) {
      return "a canvas cannot have the usage TRANSIENT_ATTACHMENT: its texture outlives its passes";
    }
    for (GpuTextureFormat format : viewFormats(configuration)) {
      GpuFeatureName needed = Features.neededFor(format);
      if (needed != null && !device.features().has(Features.webName(needed))) {
        return "the view format %s needs the feature %s, which the device does not have"
            .formatted(format, Features.webName(needed));
      }
    }
    return null;
  }

  private static GpuCanvasConfiguration withDefaults(GpuCanvasConfiguration from) {
    GpuCanvasToneMapping toneMapping = from.toneMapping();
    GpuCanvasToneMappingMode mode = toneMapping == null ? null : toneMapping.mode();
    return new GpuCanvasConfiguration(
        from.device(),
        from.format(),
        from.usage() == null
            ? EnumSet.of(GpuTextureUsage.RENDER_ATTACHMENT)
            : Set.copyOf(from.usage()),
        from.viewFormats() == null ? List.of() : List.copyOf(from.viewFormats()),
        from.colorSpace() == null ? PredefinedColorSpace.SRGB : from.colorSpace(),
        new GpuCanvasToneMapping(mode == null ? GpuCanvasToneMappingMode.STANDARD : mode),
        from.alphaMode() == null ? GpuCanvasAlphaMode.OPAQUE : from.alphaMode());
  }

  private static Set<GpuTextureUsage> usage(GpuCanvasConfiguration filled) {
    return filled.usage() == null ? Set.of() : filled.usage();
  }

  private static List<GpuTextureFormat> viewFormats(GpuCanvasConfiguration filled) {
    return filled.viewFormats() == null ? List.of() : filled.viewFormats();
  }

  private GpuTextureDescriptor descriptor(GpuCanvasConfiguration filled) {
    return GpuTextureDescriptor.of(
            GpuExtent3D.of(width).withHeight(height), filled.format(), usage(filled))
        .withViewFormats(viewFormats(filled));
  }

  synchronized void unconfigure() {
    replaceDrawingBuffer();
    release();
  }

  synchronized @Nullable GpuCanvasConfigurationOwned configuration() {
    if (configuration == null) {
      return null;
    }
    GpuCanvasConfiguration given = configuration.given();
    return new GpuCanvasConfigurationOwned(
        configuration.device().share(),
        given.format(),
        given.usage(),
        given.viewFormats(),
        given.colorSpace(),
        given.toneMapping(),
        given.alphaMode());
  }

  synchronized GpuTexture currentTexture() {
    if (configuration == null) {
      return invalidTexture();
    }
    if (current == null) {
      replaceDrawingBuffer();
      current =
          new Current(
              DawnTexture.create(
                  configuration.device(),
                  descriptor(configuration.given()),
                  WGPUTextureUsage.COPY_SRC));
    }
    Current shared = current;
    return shared.texture.share(() -> keep(shared));
  }

  /** A texture that is good for nothing, of any device: without one nobody could use a texture. */
  private GpuTexture invalidTexture() {
    GpuTextureDescriptor descriptor =
        GpuTextureDescriptor.of(
            GpuExtent3D.of(width).withHeight(height),
            GpuTextureFormat.BGRA8UNORM,
            EnumSet.of(GpuTextureUsage.RENDER_ATTACHMENT));
    for (Device device : adapters.devices()) {
      if (device.lifetime().tryEnter()) {
        try {
          return DawnTexture.createInvalid(device, descriptor);
        } finally {
          device.lifetime().leave();
        }
      }
    }
    throw new IllegalStateException(
        "this canvas is not configured: there is no device to make a texture with");
  }

  /** A texture of this canvas is about to be destroyed; the picture stays. */
  private synchronized void keep(Current dying) {
    if (current == dying && configuration != null && !dying.destroyed) {
      dying.destroyed = true;
      drawn = new Drawn(readBack(configuration).read(dying.texture));
    }
  }

  /** What reads pictures of the size and the configuration of now. */
  private ReadBack readBack(Configuration configured) {
    Blank kind = kind();
    if (readBack != null && !readBack.kind().equals(kind)) {
      readBack.close();
      readBack = null;
    }
    if (readBack == null) {
      readBack = new ReadBack(configured.device(), kind);
    }
    return readBack;
  }

  private Blank kind() {
    return configuration == null
        ? Blank.of(width, height)
        : Blank.of(width, height, configuration.given());
  }

  /** Expires the current texture. */
  private void expire() {
    if (current != null) {
      keep(current);
      end(current);
    }
  }

  private void replaceDrawingBuffer() {
    if (current != null) {
      end(current);
    }
    if (drawn != null) {
      drawn.close();
      drawn = null;
    }
  }

  private void end(Current dying) {
    dying.texture.destroy();
    dying.texture.close();
    current = null;
  }

  private void release() {
    if (configuration != null) {
      replaceDrawingBuffer();
      if (readBack != null) {
        readBack.close();
        readBack = null;
      }
      configuration.device().close();
      configuration = null;
    }
  }
}
