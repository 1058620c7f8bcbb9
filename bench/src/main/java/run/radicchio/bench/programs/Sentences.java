package run.radicchio.bench.programs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import run.radicchio.webgpu.GpuBuffer;

/**
 * The transformer of {@code guests/embed-sentences}, with weights by chance and sentences of one
 * word again and again.
 */
record Sentences(int count, int words, int layers) implements Work {
  private static final String KERNELS = "embed-sentences/src/kernels/";
  private static final int WIDTH = 384;
  private static final int HEADS = 12;
  private static final int WIDE = 1536;
  private static final int PLACES = 64;
  private static final int BATCH = 4096;
  private static final int QUERIES = 32;
  private static final int ERROR_LINEAR_UNIT = 2;
  private static final double EPSILON = 1e-12;
  private static final List<String> VOCABULARY = List.of("[UNK]", "[CLS]", "[SEP]", "a");

  @Override
  public String program() {
    return "embed-sentences";
  }

  @Override
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--model", "/", "--batch", "" + BATCH));
    arguments.addAll(Collections.nCopies(count, "a ".repeat(words)));
    return arguments;
  }

  @Override
  public String size() {
    return "%d sentences of %d tokens".formatted(count, tokens());
  }

  private int tokens() {
    return words + 2;
  }

  /** All weights. */
  private Weights weights() {
    Weights weights = new Weights();
    weights.add("embeddings.word_embeddings.weight", VOCABULARY.size(), WIDTH);
    weights.add("embeddings.position_embeddings.weight", PLACES, WIDTH);
    weights.add("embeddings.token_type_embeddings.weight", 2, WIDTH);
    addNorm(weights, "embeddings.LayerNorm");
    for (int index = 0; index < layers; index++) {
      String layer = "encoder.layer." + index + ".";
      for (String kind : List.of("self.query", "self.key", "self.value", "output.dense")) {
        weights.addLinear(layer + "attention." + kind, WIDTH, WIDTH);
      }
      addNorm(weights, layer + "attention.output.LayerNorm");
      weights.addLinear(layer + "intermediate.dense", WIDE, WIDTH);
      weights.addLinear(layer + "output.dense", WIDTH, WIDE);
      addNorm(weights, layer + "output.LayerNorm");
    }
    return weights;
  }

  private static void addNorm(Weights weights, String name) {
    weights.add(name + ".weight", 0, WIDTH);
    weights.add(name + ".bias", 0, WIDTH);
  }

  private static void write(Path folder, Weights weights, int layers) throws IOException {
    weights.write(folder.resolve("model.safetensors"), Map.of());
    Files.write(folder.resolve("vocab.txt"), VOCABULARY);
    Files.writeString(
        folder.resolve("sentence_bert_config.json"), "{\"max_seq_length\":" + PLACES + "}");
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "bert", "hidden_act": "gelu", "hidden_size": %d, "intermediate_size": %d,
         "num_attention_heads": %d, "num_hidden_layers": %d, "layer_norm_eps": %s}
        """
            .formatted(WIDTH, WIDE, HEADS, layers, EPSILON));
  }

  @Override
  public OnGpu inJava(Device device, Program program) throws IOException {
    Weights weights = weights();
    write(program.folder(), weights, layers);
    return new OnGpu(device, weights);
  }

  /** What the GPU has of it: a batch, which is embedded as often as there are such. */
  final class OnGpu implements Twin {
    private final Device device;
    private final Weights weights;
    private final Course course;
    private final int sentences = Math.min(count, BATCH / tokens());
    private final GpuBuffer ranges;
    private final Course.Matrix embeddings;

    OnGpu(Device device, Weights weights) {
      this.device = device;
      this.weights = weights;
      course = new Course(device);
      ByteBuffer ends = numbers(2 * sentences);
      for (int sentence = 0; sentence < sentences; sentence++) {
        ends.putInt(sentence * tokens()).putInt((sentence + 1) * tokens());
      }
      ranges = storage(ends.flip());
      Course.Matrix state = embedded();
      for (int index = 0; index < layers; index++) {
        state = layer("encoder.layer." + index + ".", state);
      }
      embeddings = course.matrix(sentences, WIDTH);
      course.add(
          Device.code(KERNELS + "pool.wgsl"),
          Map.of("columns", (double) WIDTH),
          List.of(state.buffer(), ranges, embeddings.buffer()),
          sentences,
          1,
          1);
    }

    private static ByteBuffer numbers(int count) {
      return ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private GpuBuffer storage(ByteBuffer content) {
      GpuBuffer buffer = device.storage(content.remaining());
      device.write(buffer, content);
      return buffer;
    }

    private Course.Matrix rows(int columns) {
      return course.matrix(sentences * tokens(), columns);
    }

    private Course.Matrix embedded() {
      ByteBuffer words = numbers(sentences * tokens());
      ByteBuffer places = numbers(sentences * tokens());
      for (int sentence = 0; sentence < sentences; sentence++) {
        for (int place = 0; place < tokens(); place++) {
          String word = place == 0 ? "[CLS]" : place < tokens() - 1 ? "a" : "[SEP]";
          words.putInt(VOCABULARY.indexOf(word));
          places.putInt(place);
        }
      }
      Weights.Tensor kinds = tensor("embeddings.token_type_embeddings.weight");
      Weights.Tensor plain = tensor("embeddings.position_embeddings.weight");
      ByteBuffer sums = numbers(PLACES * WIDTH);
      for (int i = 0; i < PLACES * WIDTH; i++) {
        sums.putFloat(
            plain.numbers().getFloat(i * Float.BYTES)
                + kinds.numbers().getFloat(i % WIDTH * Float.BYTES));
      }
      return addAndNorm(
          "embeddings.LayerNorm",
          gather(weight("embeddings.word_embeddings"), words.flip()),
          gather(matrix(PLACES, WIDTH, sums.flip()), places.flip()));
    }

    private Course.Matrix gather(Course.Matrix table, ByteBuffer indices) {
      Course.Matrix rows = rows(WIDTH);
      course.add(
          Device.code(KERNELS + "gather.wgsl"),
          Map.of("columns", (double) WIDTH),
          List.of(table.buffer(), storage(indices), rows.buffer()),
          Course.groups(rows.count()),
          1,
          1);
      return rows;
    }

    private Course.Matrix layer(String name, Course.Matrix state) {
      String self = name + "attention.self.";
      Course.Matrix mixed = linear(state, 0, self + "query", self + "key", self + "value");
      Course.Matrix looked = rows(WIDTH);
      course.add(
          "const PARTS = %du;\n".formatted(WIDTH / HEADS / 4)
              + Device.code(KERNELS + "attention.wgsl"),
          Map.of("heads", (double) HEADS),
          List.of(mixed.buffer(), ranges, looked.buffer()),
          Math.ceilDiv(tokens(), QUERIES),
          HEADS,
          sentences);
      Course.Matrix attended = linear(looked, 0, name + "attention.output.dense");
      Course.Matrix sure = addAndNorm(name + "attention.output.LayerNorm", state, attended);
      Course.Matrix wide = linear(sure, ERROR_LINEAR_UNIT, name + "intermediate.dense");
      return addAndNorm(name + "output.LayerNorm", sure, linear(wide, 0, name + "output.dense"));
    }

    /** By some weights, whose rows lie below each other. */
    private Course.Matrix linear(Course.Matrix given, int activation, String... names) {
      int rows = names.length * tensor(names[0] + ".bias").columns();
      ByteBuffer weight = numbers(rows * given.columns());
      ByteBuffer bias = numbers(rows);
      for (String name : names) {
        weight.put(tensor(name + ".weight").numbers().duplicate());
        bias.put(tensor(name + ".bias").numbers().duplicate());
      }
      Course.Matrix product = rows(rows);
      course.multiply(
          new Course.Product(
              given,
              matrix(rows, given.columns(), weight.flip()),
              Course.Transposed.RIGHT,
              product),
          matrix(1, rows, bias.flip()),
          activation);
      return product;
    }

    private Course.Matrix addAndNorm(String name, Course.Matrix left, Course.Matrix right) {
      Course.Matrix normal = rows(WIDTH);
      course.add(
          Device.code(KERNELS + "layer_norm.wgsl"),
          Map.of("columns", (double) WIDTH, "epsilon", EPSILON),
          List.of(
              left.buffer(),
              right.buffer(),
              weight(name).buffer(),
              storage(tensor(name + ".bias").numbers().duplicate()),
              normal.buffer()),
          normal.rows(),
          1,
          1);
      return normal;
    }

    private Weights.Tensor tensor(String name) {
      return weights.tensor(name);
    }

    private Course.Matrix weight(String name) {
      Weights.Tensor tensor = tensor(name + ".weight");
      return matrix(Math.max(tensor.rows(), 1), tensor.columns(), tensor.numbers().duplicate());
    }

    private Course.Matrix matrix(int rows, int columns, ByteBuffer numbers) {
      return new Course.Matrix(storage(numbers), rows, columns);
    }

    @Override
    public void begin() {}

    @Override
    public void run() {
      for (int done = 0; done < count; done += sentences) {
        device.compute(course::run);
        device.awaitDone();
      }
    }

    /** The vector of each sentence of a batch. */
    ByteBuffer result() {
      return device.read(embeddings.buffer());
    }
  }
}
