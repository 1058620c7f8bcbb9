package run.radicchio.webgpu;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitResource;

/**
 * Limits that a device is to have, by name: a map from strings to numbers that may be absent. A
 * name is one of WebGPU's, such as {@code maxBufferSize}. An absent number asks for nothing.
 *
 * <p>Not safe for use by several threads at the same time.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dom-gpudevicedescriptor-requiredlimits">GPUDeviceDescriptor.requiredLimits</a>
 */
@WitResource
public interface RecordOptionGpuSize64 extends AutoCloseable {
  /**
   * Sets the value of a key, in place of one it had.
   *
   * @param key the name of the limit
   * @param value the limit; null: as if the key were not there
   */
  void add(String key, @Nullable @GpuSize64 Long value);

  /** The value of a key; null if the key is not there, empty if it is there without a number. */
  @SuppressWarnings("NullableOptional") // a key without a number is not a key that is not there
  @Nullable Optional<@GpuSize64 Long> get(String key);

  /** Whether a key is there, with a number or without. */
  boolean has(String key);

  /** Takes a key away. Does nothing if it is not there. */
  void remove(String key);

  /** All keys, in the order in which they were first added. */
  List<String> keys();

  /** All values, in the order of {@link #keys}; null where a key has no number. */
  List<@Nullable @GpuSize64 Long> values();

  /** All keys with their values, in the order of {@link #keys}. */
  List<Entry> entries();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();

  /**
   * A key with its value.
   *
   * @param key the key
   * @param value the value; null: none
   */
  @Tuple
  record Entry(String key, @Nullable @GpuSize64 Long value) {}
}
