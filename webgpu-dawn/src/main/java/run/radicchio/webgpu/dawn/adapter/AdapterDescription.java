package run.radicchio.webgpu.dawn.adapter;

import java.util.Map;
import java.util.Set;

/**
 * An adapter of this machine, as its owner may see it; guests see less.
 *
 * @param name the name that the driver gives, such as {@code "NVIDIA H100 80GB HBM3"}
 * @param vendor the vendor in WebGPU's spelling, such as {@code "nvidia"}; may be empty
 * @param architecture the family in WebGPU's spelling, such as {@code "hopper"}; may be empty
 * @param driver what the driver says of itself
 * @param type what kind of device it is
 * @param backend the API below, such as {@code "Vulkan"}
 * @param vendorId the vendor's PCI number
 * @param deviceId the device's PCI number
 * @param limits its limits by their names in WebGPU, such as {@code "maxBufferSize"}; unsigned
 * @param features the names in WebGPU of its features, such as {@code "shader-f16"}
 */
public record AdapterDescription(
    String name,
    String vendor,
    String architecture,
    String driver,
    Type type,
    String backend,
    int vendorId,
    int deviceId,
    Map<String, Long> limits,
    Set<String> features) {

  /** What kind of device an adapter is. */
  public enum Type {
    /** A GPU with memory of its own. */
    DISCRETE_GPU,
    /** A GPU that shares the machine's memory. */
    INTEGRATED_GPU,
    /** Software. */
    CPU,
    /** Nobody knows. */
    UNKNOWN
  }
}
