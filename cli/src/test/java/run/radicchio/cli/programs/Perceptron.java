package run.radicchio.cli.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The network that {@code guests/train-digits} has learn, in numbers of 64 bits.
 *
 * @param layers each of which is applied to what the one before gives
 */
record Perceptron(List<Layer> layers) {
  private static final double FIRST_KEPT = 0.9;
  private static final double SECOND_KEPT = 0.999;
  private static final double LEAST = 1e-8;

  /** A layer, whose weights are a row for each number that it gives. */
  static final class Layer {
    private final double[] weight;
    private final double[] bias;

    Layer(double[] weight, double[] bias) {
      this.weight = weight;
      this.bias = bias;
    }

    double[] apply(double[] inputs) {
      double[] outputs = bias.clone();
      for (int row = 0; row < outputs.length; row++) {
        for (int column = 0; column < inputs.length; column++) {
          outputs[row] += weight[row * inputs.length + column] * inputs[column];
        }
      }
      return outputs;
    }

    Layer zero() {
      return new Layer(new double[weight.length], new double[bias.length]);
    }
  }

  /** As the program writes it. */
  static Perceptron of(Map<String, Safetensors.Tensor> tensors) {
    List<Layer> layers = new ArrayList<>();
    for (int index = 0; tensors.containsKey(index + ".weight"); index++) {
      layers.add(
          new Layer(
              numbers(tensors.get(index + ".weight")), numbers(tensors.get(index + ".bias"))));
    }
    return new Perceptron(layers);
  }

  private static double[] numbers(Safetensors.Tensor tensor) {
    double[] numbers = new double[tensor.numbers().remaining()];
    Arrays.setAll(numbers, tensor.numbers()::get);
    return numbers;
  }

  /** All that can be learnt. */
  double[] parameters() {
    return layers.stream()
        .flatMapToDouble(
            layer -> DoubleStream.concat(Arrays.stream(layer.weight), Arrays.stream(layer.bias)))
        .toArray();
  }

  double[] probabilities(double[] inputs) {
    return softmax(outputs(inputs).getLast());
  }

  /** The inputs, and what each layer gives: all but the last leave out what is negative. */
  private List<double[]> outputs(double[] inputs) {
    List<double[]> outputs = new ArrayList<>(List.of(inputs));
    for (Layer layer : layers) {
      double[] output = layer.apply(outputs.getLast());
      boolean last = outputs.size() == layers.size();
      outputs.add(last ? output : Arrays.stream(output).map(x -> Math.max(x, 0)).toArray());
    }
    return outputs;
  }

  private static double[] softmax(double[] scores) {
    double sum = Arrays.stream(scores).map(Math::exp).sum();
    return Arrays.stream(scores).map(score -> Math.exp(score) / sum).toArray();
  }

  /** Learns by Adam in some steps, each from all of some inputs. */
  void learn(List<double[]> inputs, IntUnaryOperator labels, int steps, double rate) {
    List<Layer> first = layers.stream().map(Layer::zero).toList();
    List<Layer> second = layers.stream().map(Layer::zero).toList();
    for (int step = 0; step < steps; step++) {
      List<Layer> derivatives = layers.stream().map(Layer::zero).toList();
      for (int index = 0; index < inputs.size(); index++) {
        addDerivatives(inputs.get(index), labels.applyAsInt(index), inputs.size(), derivatives);
      }
      double far =
          rate
              * (1 - (double) step / steps)
              * Math.sqrt(1 - Math.pow(SECOND_KEPT, step + 1))
              / (1 - Math.pow(FIRST_KEPT, step + 1));
      for (int layer = 0; layer < layers.size(); layer++) {
        Layer own = layers.get(layer);
        Layer change = derivatives.get(layer);
        Layer means = first.get(layer);
        Layer squares = second.get(layer);
        adam(own.weight, change.weight, means.weight, squares.weight, far);
        adam(own.bias, change.bias, means.bias, squares.bias, far);
      }
    }
  }

  private static void adam(
      double[] parameters, double[] derivatives, double[] first, double[] second, double far) {
    for (int i = 0; i < parameters.length; i++) {
      first[i] = FIRST_KEPT * first[i] + (1 - FIRST_KEPT) * derivatives[i];
      second[i] = SECOND_KEPT * second[i] + (1 - SECOND_KEPT) * derivatives[i] * derivatives[i];
      parameters[i] -= far * first[i] / (Math.sqrt(second[i]) + LEAST);
    }
  }

  /** Adds how the loss of one of some inputs changes with all that can be learnt. */
  private void addDerivatives(double[] inputs, int label, int count, List<Layer> derivatives) {
    List<double[]> outputs = outputs(inputs);
    double[] change = softmax(outputs.getLast());
    change[label] -= 1;
    for (int index = layers.size() - 1; index >= 0; index--) {
      double[] given = outputs.get(index);
      double[] before = new double[given.length];
      for (int row = 0; row < change.length; row++) {
        derivatives.get(index).bias[row] += change[row] / count;
        for (int column = 0; column < given.length; column++) {
          int weight = row * given.length + column;
          derivatives.get(index).weight[weight] += change[row] * given[column] / count;
          before[column] += given[column] > 0 ? change[row] * layers.get(index).weight[weight] : 0;
        }
      }
      change = before;
    }
  }
}
