package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.generated.WGPUTexture;
import run.radicchio.webgpu.dawn.generated.WGPUTextureView;

/** The default views of textures that a call is given where it takes views, until its end. */
final class ImplicitViews implements AutoCloseable {
  private @Nullable List<Long> views;

  /** A default view of a texture. */
  long of(long texture) {
    long view = WGPUTexture.createView(texture, 0);
    if (views == null) {
      views = new ArrayList<>();
    }
    views.add(view);
    return view;
  }

  @Override
  public void close() {
    if (views != null) {
      views.forEach(WGPUTextureView::release);
    }
  }
}
