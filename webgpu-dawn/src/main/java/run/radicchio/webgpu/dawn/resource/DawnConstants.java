package run.radicchio.webgpu.dawn.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.RecordGpuPipelineConstantValue;

/** The values of a shader's overrides. */
public final class DawnConstants implements RecordGpuPipelineConstantValue {
  private final Map<String, Double> values = new LinkedHashMap<>();

  @Override
  public void add(String key, double value) {
    values.put(key, value);
  }

  @Override
  public @Nullable Double get(String key) {
    return values.get(key);
  }

  @Override
  public boolean has(String key) {
    return values.containsKey(key);
  }

  @Override
  public void remove(String key) {
    values.remove(key);
  }

  @Override
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  @Override
  public double[] values() {
    return values.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public List<Entry> entries() {
    return values.entrySet().stream()
        .map(entry -> new Entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public void close() {}
}
