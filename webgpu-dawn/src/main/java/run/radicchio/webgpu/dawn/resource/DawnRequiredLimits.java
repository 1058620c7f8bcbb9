package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.RecordOptionGpuSize64;

/** The limits that a device is required to have. */
public final class DawnRequiredLimits implements RecordOptionGpuSize64 {
  private final Map<String, Optional<Long>> values = new LinkedHashMap<>();

  @Override
  public void add(String key, @Nullable Long value) {
    values.put(key, Optional.ofNullable(value));
  }

  @Override
  @SuppressWarnings("NullableOptional") // Nested options in WIT are so in Java.
  public @Nullable Optional<Long> get(String key) {
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
  public List<@Nullable Long> values() {
    List<@Nullable Long> list = new ArrayList<>();
    values.values().forEach(value -> list.add(value.orElse(null)));
    return list;
  }

  @Override
  public List<Entry> entries() {
    return values.entrySet().stream()
        .map(entry -> new Entry(entry.getKey(), entry.getValue().orElse(null)))
        .toList();
  }

  @Override
  public void close() {}
}
