package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitResource;

/**
 * Values for a shader's {@code override} declarations, by name: a map from strings to numbers. A
 * number stands for WGSL's {@code bool}, {@code i32}, {@code u32}, {@code f32} or {@code f16} too.
 *
 * <p>Not safe for use by several threads at the same time.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dom-gpuprogrammablestage-constants">GPUProgrammableStage.constants</a>
 */
@WitResource
public interface RecordGpuPipelineConstantValue extends AutoCloseable {
  /**
   * Sets the value of a key, in place of one it had.
   *
   * @param key the name of the override, or its numeric id in decimal
   */
  void add(String key, @GpuPipelineConstantValue double value);

  /** The value of a key; null if it has none. */
  @Nullable @GpuPipelineConstantValue
  Double get(String key);

  /** Whether a key has a value. */
  boolean has(String key);

  /** Takes a key away. Does nothing if it is not there. */
  void remove(String key);

  /** All keys, in the order in which they were first added. */
  List<String> keys();

  /** All values, in the order of {@link #keys}. */
  @GpuPipelineConstantValue
  double[] values();

  /** All keys with their values, in the order of {@link #keys}. */
  List<Entry> entries();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();

  /**
   * A key with its value.
   *
   * @param key the key
   * @param value the value
   */
  @Tuple
  record Entry(String key, @GpuPipelineConstantValue double value) {}
}
