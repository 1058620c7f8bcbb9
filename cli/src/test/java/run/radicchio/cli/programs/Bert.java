package run.radicchio.cli.programs;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A transformer like all-MiniLM-L6-v2 with weights by chance, in numbers of 64 bits.
 *
 * @param tensors the weights by the names that such models have
 */
record Bert(Size size, Map<String, Safetensors.Tensor> tensors) {
  private static final double EPSILON = 1e-12;

  /** How large it is. */
  record Size(int words, int places, int width, int heads, int wide, int layers) {}

  static Bert random(Size size, Random chance) {
    Bert bert = new Bert(size, new TreeMap<>());
    int width = size.width;
    bert.add("embeddings.word_embeddings.weight", chance, size.words, width);
    bert.add("embeddings.position_embeddings.weight", chance, size.places, width);
    bert.add("embeddings.token_type_embeddings.weight", chance, 2, width);
    bert.addNorm("embeddings.LayerNorm", chance);
    for (int index = 0; index < size.layers; index++) {
      String layer = "encoder.layer." + index + ".";
      for (String kind : List.of("self.query", "self.key", "self.value", "output.dense")) {
        bert.addLinear(layer + "attention." + kind, chance, width, width);
      }
      bert.addNorm(layer + "attention.output.LayerNorm", chance);
      bert.addLinear(layer + "intermediate.dense", chance, size.wide, width);
      bert.addLinear(layer + "output.dense", chance, width, size.wide);
      bert.addNorm(layer + "output.LayerNorm", chance);
    }
    return bert;
  }

  private void addLinear(String name, Random chance, int rows, int columns) {
    add(name + ".weight", chance, rows, columns);
    add(name + ".bias", chance, rows);
  }

  private void addNorm(String name, Random chance) {
    add(name + ".weight", chance, size.width);
    add(name + ".bias", chance, size.width);
  }

  private void add(String name, Random chance, Integer... shape) {
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    FloatBuffer numbers = FloatBuffer.allocate(count);
    for (int i = 0; i < count; i++) {
      numbers.put(i, (float) (0.25 * chance.nextGaussian()));
    }
    tensors.put(name, new Safetensors.Tensor(List.of(shape), numbers));
  }

  private FloatBuffer numbers(String name) {
    return tensors.get(name).numbers();
  }

  /** The vector of a sentence. */
  double[] embed(List<Integer> tokens) {
    FloatBuffer words = numbers("embeddings.word_embeddings.weight");
    FloatBuffer places = numbers("embeddings.position_embeddings.weight");
    FloatBuffer kinds = numbers("embeddings.token_type_embeddings.weight");
    List<double[]> state = new ArrayList<>();
    for (int place = 0; place < tokens.size(); place++) {
      int word = tokens.get(place) * size.width;
      int at = place * size.width;
      state.add(
          norm(
              "embeddings.LayerNorm",
              row(i -> words.get(word + i) + places.get(at + i) + kinds.get(i))));
    }
    for (int index = 0; index < size.layers; index++) {
      state = layer("encoder.layer." + index + ".", state);
    }
    List<double[]> last = state;
    double[] mean = row(i -> last.stream().mapToDouble(row -> row[i]).average().orElseThrow());
    double length = Math.sqrt(dot(mean, mean, 0, size.width));
    return row(i -> mean[i] / length);
  }

  private double[] row(IntToDoubleFunction number) {
    return IntStream.range(0, size.width).mapToDouble(number).toArray();
  }

  private List<double[]> layer(String name, List<double[]> state) {
    List<double[]> queries = linear(name + "attention.self.query", state);
    List<double[]> keys = linear(name + "attention.self.key", state);
    List<double[]> values = linear(name + "attention.self.value", state);
    List<double[]> looked = queries.stream().map(query -> attend(query, keys, values)).toList();
    List<double[]> sure =
        addAndNorm(
            name + "attention.output.LayerNorm",
            state,
            linear(name + "attention.output.dense", looked));
    List<double[]> wide =
        linear(name + "intermediate.dense", sure).stream()
            .map(row -> Arrays.stream(row).map(Bert::gelu).toArray())
            .toList();
    return addAndNorm(name + "output.LayerNorm", sure, linear(name + "output.dense", wide));
  }

  private List<double[]> linear(String name, List<double[]> rows) {
    FloatBuffer weight = numbers(name + ".weight");
    FloatBuffer bias = numbers(name + ".bias");
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, bias.remaining())
                    .mapToDouble(
                        to ->
                            bias.get(to)
                                + IntStream.range(0, row.length)
                                    .mapToDouble(
                                        from -> weight.get(to * row.length + from) * row[from])
                                    .sum())
                    .toArray())
        .toList();
  }

  private double[] attend(double[] query, List<double[]> keys, List<double[]> values) {
    int part = size.width / size.heads;
    double[] mean = new double[size.width];
    for (int begin = 0; begin < size.width; begin += part) {
      int from = begin;
      double[] weights =
          keys.stream()
              .mapToDouble(key -> Math.exp(dot(query, key, from, from + part) / Math.sqrt(part)))
              .toArray();
      double sum = Arrays.stream(weights).sum();
      for (int i = begin; i < begin + part; i++) {
        for (int token = 0; token < weights.length; token++) {
          mean[i] += weights[token] / sum * values.get(token)[i];
        }
      }
    }
    return mean;
  }

  private static double dot(double[] left, double[] right, int from, int to) {
    return IntStream.range(from, to).mapToDouble(i -> left[i] * right[i]).sum();
  }

  private List<double[]> addAndNorm(String name, List<double[]> left, List<double[]> right) {
    return IntStream.range(0, left.size())
        .mapToObj(token -> norm(name, row(i -> left.get(token)[i] + right.get(token)[i])))
        .toList();
  }

  private double[] norm(String name, double[] row) {
    FloatBuffer scale = numbers(name + ".weight");
    FloatBuffer bias = numbers(name + ".bias");
    double mean = Arrays.stream(row).average().orElseThrow();
    double variance =
        Arrays.stream(row).map(number -> Math.pow(number - mean, 2)).average().orElseThrow();
    return row(i -> (row[i] - mean) / Math.sqrt(variance + EPSILON) * scale.get(i) + bias.get(i));
  }

  /** Gauss' error linear unit, by the series of the error function. */
  private static double gelu(double x) {
    double z = x / Math.sqrt(2);
    if (Math.abs(z) > 5) {
      return Math.max(x, 0);
    }
    double term = z;
    double sum = z;
    for (int n = 1; n < 150; n++) {
      term *= -z * z / n;
      sum += term / (2 * n + 1);
    }
    return x / 2 * (1 + 2 / Math.sqrt(Math.PI) * sum);
  }
}
