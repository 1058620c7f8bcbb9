package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuRenderBundle;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassEncoder;
import run.radicchio.webgpu.dawn.object.Handle;

/**
 * Recorded render commands.
 *
 * @param repeated how passes execute them, where Dawn cannot; null: Dawn does
 */
record DawnRenderBundle(Handle handle, @Nullable RepeatedBundle repeated)
    implements DawnObject, GpuRenderBundle {
  /** Executes bundles in a pass, one after the other. */
  static void execute(Call call, long pass, List<GpuRenderBundle> bundles) {
    // Each of them is open, and lives until the end of the call.
    long array = Arrays.handles(call, bundles);
    if (bundles.stream().noneMatch(bundle -> of(bundle).repeated() != null)) {
      WGPURenderPassEncoder.executeBundles(pass, bundles.size(), array);
      return;
    }
    for (int i = 0; i < bundles.size(); i++) {
      RepeatedBundle repeated = of(bundles.get(i)).repeated();
      if (repeated == null) {
        WGPURenderPassEncoder.executeBundles(pass, 1, array + (long) i * Long.BYTES);
      } else {
        repeated.executeIn(call, pass);
      }
    }
  }

  private static DawnRenderBundle of(GpuRenderBundle bundle) {
    return DawnObject.from(DawnRenderBundle.class, bundle);
  }

  @Override
  public void close() {
    if (repeated != null) {
      repeated.blank().close();
    }
    handle.close();
  }
}
