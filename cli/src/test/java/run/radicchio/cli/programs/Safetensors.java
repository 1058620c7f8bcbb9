package run.radicchio.cli.programs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of numbers by name in which weights are kept. */
final class Safetensors {
  private Safetensors() {}

  /**
   * Numbers of a name.
   *
   * @param numbers row by row, as many as the product of the shape
   */
  record Tensor(List<Integer> shape, FloatBuffer numbers) {}

  static Map<String, Tensor> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);
    ByteBuffer content = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Tensor> tensors = new TreeMap<>();
    JsonObject entries = JsonParser.parseString(new String(header, UTF_8)).getAsJsonObject();
    entries.remove("__metadata__");
    entries
        .entrySet()
        .forEach(
            entry ->
                tensors.put(entry.getKey(), tensor(entry.getValue().getAsJsonObject(), content)));
    return tensors;
  }

  private static Tensor tensor(JsonObject entry, ByteBuffer content) {
    List<Integer> shape =
        entry.getAsJsonArray("shape").asList().stream().map(length -> length.getAsInt()).toList();
    int count = shape.stream().reduce(1, Math::multiplyExact);
    int begin = entry.getAsJsonArray("data_offsets").get(0).getAsInt();
    ByteBuffer numbers = content.slice(begin, Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
    return new Tensor(shape, numbers.asFloatBuffer());
  }

  static void write(Path file, Map<String, Tensor> tensors) throws IOException {
    JsonObject entries = new JsonObject();
    int size = 0;
    for (var named : tensors.entrySet()) {
      JsonArray shape = new JsonArray();
      named.getValue().shape().forEach(shape::add);
      JsonArray offsets = new JsonArray();
      offsets.add(size);
      size += Float.BYTES * named.getValue().numbers().remaining();
      offsets.add(size);
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", "F32");
      entry.add("shape", shape);
      entry.add("data_offsets", offsets);
      entries.add(named.getKey(), entry);
    }
    byte[] header = entries.toString().getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + header.length + size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    FloatBuffer numbers = bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (Tensor tensor : tensors.values()) {
      numbers.put(tensor.numbers().duplicate());
    }
    Files.write(file, bytes.array());
  }
}
