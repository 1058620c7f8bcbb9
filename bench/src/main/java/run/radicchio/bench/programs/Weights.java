package run.radicchio.bench.programs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** What a network might have learnt: numbers by chance, of which there are the same each time. */
final class Weights {
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** Numbers and how many rows of them there are: none for what has no rows. */
  record Tensor(int rows, int columns, ByteBuffer numbers) {
    private String shape() {
      return rows == 0 ? "[" + columns + "]" : "[%d,%d]".formatted(rows, columns);
    }
  }

  void add(String name, int rows, int columns) {
    ByteBuffer numbers =
        ByteBuffer.allocate(Math.max(rows, 1) * columns * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    Random chance = new Random(tensors.size());
    while (numbers.hasRemaining()) {
      numbers.putFloat(0.1f * (float) chance.nextGaussian());
    }
    tensors.put(name, new Tensor(rows, columns, numbers.flip()));
  }

  /** Adds a matrix, and what is added to its products. */
  void addLinear(String name, int rows, int columns) {
    add(name + ".weight", rows, columns);
    add(name + ".bias", 0, rows);
  }

  Tensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  /**
   * Writes all as safetensors.
   *
   * @param notes what the file says besides
   */
  void write(Path path, Map<String, String> notes) throws IOException {
    List<String> noted = new ArrayList<>();
    notes.forEach((name, note) -> noted.add("\"%s\":\"%s\"".formatted(name, note)));
    List<String> entries = new ArrayList<>();
    entries.add("\"__metadata__\":{" + String.join(",", noted) + "}");
    int end = 0;
    for (var named : tensors.entrySet()) {
      Tensor tensor = named.getValue();
      int begin = end;
      end += tensor.numbers.remaining();
      entries.add(
          "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(named.getKey(), tensor.shape(), begin, end));
    }
    byte[] header = ("{" + String.join(",", entries) + "}").getBytes(UTF_8);
    ByteBuffer size = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.write(size.putLong(header.length).flip());
      file.write(ByteBuffer.wrap(header));
      for (Tensor tensor : tensors.values()) {
        file.write(tensor.numbers.duplicate());
      }
    }
  }
}
