package run.radicchio.webgpu.dawn.library;

import java.nio.file.Path;

/**
 * SwiftShader, a Vulkan implementation that runs on the CPU, for machines without a GPU.
 *
 * <p>An instance of Dawn that is given its {@link Available#folder} as a search path (see {@link
 * DawnInstanceDescriptor}) has this adapter and no other; one that is not has the machine's GPUs
 * and never this one.
 */
public sealed interface SoftwareGpu {
  /**
   * SwiftShader is there.
   *
   * @param folder the folder that holds it, absolute, under the name that Dawn looks for
   */
  record Available(Path folder) implements SoftwareGpu {}

  /**
   * SwiftShader is not there.
   *
   * @param reason why, and what to do about it, in sentences
   */
  record Unavailable(String reason) implements SoftwareGpu {}

  /**
   * Finds SwiftShader and unpacks it.
   *
   * @throws DawnLibraryException if its jar is there but damaged, or it can be unpacked nowhere
   */
  static SoftwareGpu find(DawnLibrary.Options options) {
    return SwiftShader.find(options, Machine.current());
  }
}
