package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasConfiguration;
import run.radicchio.webgpu.GpuCanvasConfigurationOwned;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuCanvasToneMapping;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuColor;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuErrorKind;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.GpuStoreOp;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.GpuTexture;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureUsage;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.GpuTextureViewDescriptor;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.OffscreenCanvas;
import run.radicchio.webgpu.canvas.Picture;

/** Canvases on no screen. */
class CanvasTest {
  // Rows of 3 texels are not aligned as Dawn wants them in a buffer.
  private final OffscreenCanvas canvas = SoftwareDevice.WEBGPU.createCanvas(3, 2);
  private final SoftwareDevice gpu = new SoftwareDevice();
  private final GpuCanvasContext context = canvas.context();
  private final GpuCanvasConfiguration rgba =
      GpuCanvasConfiguration.of(gpu.device, GpuTextureFormat.RGBA8UNORM);

  @AfterEach
  void close() {
    context.close();
    canvas.close();
    gpu.close();
  }

  /** Fills the current texture with a color. */
  private void clear(GpuColor color) {
    try (GpuTexture texture = context.getCurrentTexture();
        GpuTextureView view = texture.createView(null);
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      GpuRenderPassDescriptor pass =
          GpuRenderPassDescriptor.of(
              List.of(
                  GpuRenderPassColorAttachment.of(view, GpuLoadOp.CLEAR, GpuStoreOp.STORE)
                      .withClearValue(color)));
      try (GpuRenderPassEncoder encoding = encoder.beginRenderPass(pass)) {
        encoding.end();
      }
      gpu.submit(encoder);
    }
  }

  private static final GpuColor RED = new GpuColor(1, 0, 0, 0.2);

  private void assertPicture(int texel) {
    try (Picture picture = await(canvas.present())) {
      assertShows(texel, picture);
    }
  }

  private static void assertShows(int texel, Picture picture) {
    assertEquals(3, picture.width());
    assertEquals(2, picture.height());
    IntBuffer texels = ByteBuffer.wrap(picture.packed()).asIntBuffer();
    assertEquals(3 * 2, texels.remaining());
    while (texels.hasRemaining()) {
      assertEquals(Integer.toHexString(texel), Integer.toHexString(texels.get()));
    }
  }

  private GpuError validationErrorOf(Runnable calls) {
    GpuError error = gpu.errorOf(GpuErrorFilter.VALIDATION, calls);
    assertNotNull(error);
    assertEquals(new GpuErrorKind.Validation(), error.kind());
    return error;
  }

  @Test
  void presentsWhatWasDrawn() {
    assertPicture(0);
    context.configure(rgba);
    clear(RED);
    assertPicture(0xFF0000FF);
    assertPicture(0xFF0000FF);
    context.configure(rgba.withAlphaMode(GpuCanvasAlphaMode.PREMULTIPLIED));
    clear(RED);
    assertPicture(0xFF000033);
    context.getCurrentTexture().close();
    assertPicture(0);
    clear(RED);
    context.unconfigure();
    assertPicture(0);
    assertNull(context.getConfiguration());
  }

  @Test
  void isBlankWhereThePictureWasDiscarded() {
    context.configure(rgba);
    clear(RED);
    try (GpuTexture discarded = context.getCurrentTexture()) {
      canvas.discard();
      validationErrorOf(() -> drawOn(discarded));
    }
    assertPicture(0x000000FF);
    clear(RED);
    assertPicture(0xFF0000FF);
    canvas.discard();
    assertPicture(0xFF0000FF);
  }

  @Test
  void hasManyPicturesAtOnce() {
    context.configure(rgba);
    List<CompletionStage<Picture>> taken = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clear(new GpuColor(i / 255.0, 0, 0, 1));
      taken.add(canvas.present());
    }
    List<Picture> pictures = taken.stream().map(SoftwareDevice::await).toList();
    for (int i = 0; i < 8; i++) {
      assertShows(i << 24 | 0xFF, pictures.get(i));
    }
    pictures.forEach(Picture::close);
  }

  @Test
  void givesAPictureThatIsHeldToNobodyElse() {
    context.configure(rgba);
    clear(RED);
    Picture again = await(canvas.present());
    try (Picture red = await(canvas.present())) {
      again.close();
      again.close();
      for (int i = 0; i < 4; i++) {
        clear(new GpuColor(0, 1, 0, 1));
        assertPicture(0x00FF00FF);
      }
      gpu.device.destroy();
      assertShows(0xFF0000FF, red);
    }
  }

  @Test
  void usesItsBuffersAgain() {
    context.configure(rgba);
    int before = SoftwareDevice.WEBGPU.liveObjects().getOrDefault("gpu-buffer", 0);
    for (int i = 0; i < 20; i++) {
      clear(RED);
      assertPicture(0xFF0000FF);
    }
    assertEquals(before + 1, SoftwareDevice.WEBGPU.liveObjects().get("gpu-buffer"));
    canvas.resize(2, 2);
    clear(RED);
    await(canvas.present()).close();
    assertEquals(before + 1, SoftwareDevice.WEBGPU.liveObjects().get("gpu-buffer"));
    context.unconfigure();
    assertEquals(before, SoftwareDevice.WEBGPU.liveObjects().getOrDefault("gpu-buffer", 0));
  }

  @Test
  void presentsEachFormat() {
    context.configure(GpuCanvasConfiguration.of(gpu.device, GpuTextureFormat.BGRA8UNORM));
    clear(RED);
    assertPicture(0x0000FFFF);
    context.configure(
        GpuCanvasConfiguration.of(gpu.device, GpuTextureFormat.RGBA16FLOAT)
            .withColorSpace(PredefinedColorSpace.DISPLAY_P3)
            .withToneMapping(
                GpuCanvasToneMapping.of().withMode(GpuCanvasToneMappingMode.EXTENDED)));
    clear(new GpuColor(2, 0, 0, 0));
    try (Picture picture = await(canvas.present())) {
      ByteBuffer halves = ByteBuffer.wrap(picture.packed()).order(ByteOrder.nativeOrder());
      assertEquals(2, Float.float16ToFloat(halves.getShort(0)));
      assertEquals(1, Float.float16ToFloat(halves.getShort(6)));
      assertEquals(PredefinedColorSpace.DISPLAY_P3, picture.colorSpace());
      assertEquals(GpuCanvasToneMappingMode.EXTENDED, picture.toneMapping());
      assertEquals(3 * 2 * 8, halves.remaining());
    }
  }

  @Test
  void hasOneTextureAPicture() {
    context.configure(rgba.withUsage(Set.of(GpuTextureUsage.RENDER_ATTACHMENT)));
    try (GpuTexture first = context.getCurrentTexture();
        GpuTexture again = context.getCurrentTexture();
        GpuTexture elsewhere = canvas.context().getCurrentTexture()) {
      first.setLabel("first");
      assertEquals("first", again.label());
      again.setLabel("again");
      assertEquals("again", elsewhere.label());
      assertEquals(3, first.width());
      assertEquals(2, first.height());
      assertEquals(GpuTextureFormat.RGBA8UNORM, first.format());
      assertEquals(EnumSet.of(GpuTextureUsage.RENDER_ATTACHMENT), first.usage());
      await(canvas.present()).close();
      try (GpuTexture next = context.getCurrentTexture()) {
        assertEquals("", next.label());
      }
      validationErrorOf(() -> drawOn(first));
    }
  }

  private void drawOn(GpuTexture texture) {
    try (GpuTextureView view = texture.createView(null);
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder();
        GpuRenderPassEncoder pass =
            encoder.beginRenderPass(
                GpuRenderPassDescriptor.of(
                    List.of(
                        GpuRenderPassColorAttachment.of(
                            view, GpuLoadOp.CLEAR, GpuStoreOp.STORE))))) {
      pass.end();
      gpu.submit(encoder);
    }
  }

  /** It is read all the same. */
  @Test
  void cannotBeCopiedFromUnlessItWasConfiguredFor() {
    context.configure(rgba);
    try (GpuTexture texture = context.getCurrentTexture();
        var buffer = gpu.buffer(512, run.radicchio.webgpu.GpuBufferUsage.COPY_DST);
        GpuCommandEncoder encoder = gpu.device.createCommandEncoder()) {
      encoder.copyTextureToBuffer(
          GpuTexelCopyTextureInfo.of(texture),
          GpuTexelCopyBufferInfo.of(buffer).withBytesPerRow(256),
          GpuExtent3D.of(3).withHeight(2));
      validationErrorOf(() -> encoder.finish().close());
    }
    clear(RED);
    assertPicture(0xFF0000FF);
  }

  @Test
  void keepsThePictureOfATextureThatIsDestroyed() {
    context.configure(rgba);
    clear(RED);
    try (GpuTexture texture = context.getCurrentTexture()) {
      texture.destroy();
      texture.destroy();
      validationErrorOf(() -> drawOn(texture));
    }
    try (GpuTexture same = context.getCurrentTexture()) {
      validationErrorOf(() -> drawOn(same));
    }
    assertPicture(0xFF0000FF);
  }

  @Test
  void tellsItsConfiguration() {
    assertNull(context.getConfiguration());
    context.configure(
        rgba.withViewFormats(List.of(GpuTextureFormat.RGBA8UNORM_SRGB))
            .withUsage(Set.of(GpuTextureUsage.COPY_SRC)));
    GpuCanvasConfigurationOwned told = Objects.requireNonNull(context.getConfiguration());
    try (var device = told.device()) {
      assertEquals(Set.of(GpuTextureUsage.COPY_SRC), told.usage());
      assertEquals(List.of(GpuTextureFormat.RGBA8UNORM_SRGB), told.viewFormats());
      assertEquals(PredefinedColorSpace.SRGB, told.colorSpace());
      assertEquals(new GpuCanvasToneMapping(GpuCanvasToneMappingMode.STANDARD), told.toneMapping());
      assertEquals(GpuCanvasAlphaMode.OPAQUE, told.alphaMode());
      gpu.device.setLabel("one device");
      assertEquals("one device", device.label());
    }
    assertEquals("one device", gpu.device.label());
  }

  @Test
  void viewsHaveTheFormatsThatItWasConfiguredFor() {
    context.configure(rgba.withViewFormats(List.of(GpuTextureFormat.RGBA8UNORM_SRGB)));
    try (GpuTexture texture = context.getCurrentTexture()) {
      assertNull(
          gpu.errorOf(
              GpuErrorFilter.VALIDATION, () -> view(texture, GpuTextureFormat.RGBA8UNORM_SRGB)));
      validationErrorOf(() -> view(texture, GpuTextureFormat.BGRA8UNORM));
    }
  }

  private static void view(GpuTexture texture, GpuTextureFormat format) {
    texture.createView(GpuTextureViewDescriptor.of().withFormat(format)).close();
  }

  @Test
  void refusesWhatACanvasCannotBe() {
    context.configure(rgba);
    for (GpuCanvasConfiguration wrong :
        List.of(
            GpuCanvasConfiguration.of(gpu.device, GpuTextureFormat.RGBA8UNORM_SRGB),
            rgba.withUsage(
                Set.of(GpuTextureUsage.TRANSIENT_ATTACHMENT, GpuTextureUsage.RENDER_ATTACHMENT)),
            rgba.withViewFormats(List.of(GpuTextureFormat.BC1_RGBA_UNORM)))) {
      validationErrorOf(() -> context.configure(wrong));
      GpuCanvasConfigurationOwned kept = Objects.requireNonNull(context.getConfiguration());
      kept.device().close();
      assertEquals(GpuTextureFormat.RGBA8UNORM, kept.format());
      assertEquals(List.of(), kept.viewFormats());
    }
  }

  @Test
  void isConfiguredThoughItsTexturesCannotBe() {
    validationErrorOf(
        () -> context.configure(rgba.withViewFormats(List.of(GpuTextureFormat.R8UNORM))));
    Objects.requireNonNull(context.getConfiguration()).device().close();
    validationErrorOf(() -> context.getCurrentTexture().close());
    assertNull(gpu.errorOf(GpuErrorFilter.VALIDATION, () -> assertPicture(0x000000FF)));
  }

  @Test
  void hasTexturesOfItsSize() {
    context.configure(rgba);
    try (GpuTexture small = context.getCurrentTexture()) {
      canvas.resize(30, 20);
      try (GpuTexture large = context.getCurrentTexture()) {
        assertEquals(30, large.width());
        assertEquals(20, large.height());
      }
      validationErrorOf(() -> drawOn(small));
    }
    canvas.resize(0, 20);
    validationErrorOf(() -> context.getCurrentTexture().close());
    try (Picture empty = await(canvas.present())) {
      assertEquals(0, empty.packed().length);
    }
    assertThrows(IllegalArgumentException.class, () -> canvas.resize(-1, 20));
    assertThrows(IllegalArgumentException.class, () -> canvas.resize(1 << 20, 1 << 20));
  }

  @Test
  void isBlankWhereTheDeviceIsLost() {
    context.configure(rgba);
    clear(RED);
    gpu.device.destroy();
    assertPicture(0x000000FF);
    context.configure(rgba);
    context.getCurrentTexture().close();
    assertPicture(0x000000FF);
  }

  @Test
  void givesAnInvalidTextureWhereItIsNotConfigured() {
    try (GpuTexture texture = context.getCurrentTexture()) {
      assertEquals(3, texture.width());
      validationErrorOf(() -> drawOn(texture));
    }
  }

  @Test
  void holdsNothingWhenItIsClosed() throws Exception {
    try (DawnGpu webgpu = DawnGpu.open(SoftwareDevice.OPTIONS)) {
      Map<String, Integer> before;
      try (var gpu = webgpu.getGpu();
          var adapter = Objects.requireNonNull(await(gpu.requestAdapter()))) {
        before = webgpu.liveObjects();
        OffscreenCanvas canvas = webgpu.createCanvas(4, 4);
        try (var device = await(adapter.requestDevice())) {
          canvas
              .context()
              .configure(GpuCanvasConfiguration.of(device, GpuTextureFormat.RGBA8UNORM));
          canvas.context().getCurrentTexture().close();
          await(canvas.present()).close();
          canvas.context().getCurrentTexture().close();
        }
        canvas.close();
        assertEquals(before, webgpu.liveObjects());
      }
    }
  }
}
