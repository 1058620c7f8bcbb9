package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/**
 * {@code guests/train-digits} and {@code guests/classify-digits}, on digits that are drawn here,
 * beside the same network in numbers of 64 bits.
 */
class DigitsTest {
  private static final int SIDE = 10;
  private static final int FOR_TRAINING = 500;
  private static final int FOR_TESTING = 200;

  private static final Pattern SPACE = Pattern.compile(" ");

  @TempDir private Path folder;

  private final DrawnDigits known = new DrawnDigits(FOR_TRAINING, SIDE, new Random(1));
  private final DrawnDigits others = new DrawnDigits(FOR_TESTING, SIDE, new Random(2));

  @BeforeEach
  void draw() throws IOException {
    known.write(folder, "train");
    others.write(folder, "t10k");
  }

  private Execution train(String... options) {
    Stream<String> all = Stream.concat(Stream.of("--data", "."), Stream.of(options));
    return new Program("train-digits", folder).run(all.toArray(String[]::new));
  }

  private String trained(String... options) {
    Execution execution = train(options);
    assertEquals("", execution.err());
    assertEquals(0, execution.exitCode());
    return execution.out();
  }

  private Program classifier() {
    return new Program("classify-digits", folder);
  }

  private static MatchResult match(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.matches(), text);
    return matcher.toMatchResult();
  }

  /** By chance, a tenth would be right. */
  @Test
  void whatIsLearntIsThereForOthers() throws IOException {
    String said =
        trained(
            "--hidden",
            "48",
            "--epochs",
            "12",
            "--batch",
            "25",
            "--weights",
            "weights",
            "--curve",
            "curve.png");
    MatchResult outcome =
        match("test accuracy (\\S+) % \\((\\d+) of 200\\), loss (\\d\\.\\d{4})\n", said);
    assertTrue(Double.parseDouble(outcome.group(1)) >= 97, said);
    BufferedImage curve = ImageIO.read(folder.resolve("curve.png").toFile());
    assertEquals(800, curve.getWidth());
    assertEquals(480, curve.getHeight());

    List<String> lines =
        classifier()
            .output(
                "--weights",
                "weights",
                "--labels",
                "t10k-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte")
            .lines()
            .toList();
    assertEquals(
        "%s %% (%s of 200) are right".formatted(outcome.group(1), outcome.group(2)),
        lines.getLast());
    Perceptron network = Perceptron.of(Safetensors.read(folder.resolve("weights")));
    double loss = 0;
    for (int index = 0; index < FOR_TESTING; index++) {
      double[] expected = network.probabilities(others.inputs(index));
      loss -= Math.log(expected[others.label(index)]) / FOR_TESTING;
      assertClose(expected, probabilities(lines.get(index), index), 1e-4);
    }
    assertEquals(loss, Double.parseDouble(outcome.group(3)), 1e-4);
    readsPictures(Integer.parseInt(outcome.group(2)));
  }

  private static double[] probabilities(String line, int index) {
    MatchResult parts = match("t10k-images-idx3-ubyte\\[" + index + "]: (\\d)  (.*)", line);
    double[] probabilities =
        SPACE.splitAsStream(parts.group(2)).mapToDouble(Double::parseDouble).toArray();
    double most = Arrays.stream(probabilities).max().orElseThrow();
    assertEquals(most, probabilities[Integer.parseInt(parts.group(1))]);
    return probabilities;
  }

  private static void assertClose(double[] expected, double[] actual, double most) {
    assertEquals(expected.length, actual.length);
    double difference =
        IntStream.range(0, expected.length)
            .mapToDouble(i -> Math.abs(expected[i] - actual[i]))
            .max()
            .orElseThrow();
    assertTrue(difference <= most, "they differ by " + difference);
  }

  /** The same digits, larger and dark on light, are what they were. */
  private void readsPictures(int right) throws IOException {
    int scale = 3;
    String[] names = new String[FOR_TESTING];
    for (int index = 0; index < FOR_TESTING; index++) {
      BufferedImage picture =
          new BufferedImage(scale * SIDE, scale * SIDE, BufferedImage.TYPE_INT_RGB);
      double[] inputs = others.inputs(index);
      for (int y = 0; y < scale * SIDE; y++) {
        for (int x = 0; x < scale * SIDE; x++) {
          int light = 255 - (int) Math.round(255 * inputs[y / scale * SIDE + x / scale]);
          picture.setRGB(x, y, light * 0x10101);
        }
      }
      names[index] = index + ".png";
      ImageIO.write(picture, "png", folder.resolve(names[index]).toFile());
    }
    Stream<String> options =
        Stream.of("--weights", "weights", "--labels", "t10k-labels-idx1-ubyte");
    String said =
        classifier().output(Stream.concat(options, Stream.of(names)).toArray(String[]::new));
    assertTrue(said.startsWith("0.png: "), said);
    assertTrue(said.contains("(" + right + " of 200) are right"), said);
  }

  @Test
  void learnsAsInLongerNumbers() throws IOException {
    String[] course = {"--hidden", "20,12", "--batch", "500", "--distortion", "0"};
    Perceptron network = written(course, 0);
    double[] begin = network.parameters();
    double[] end = written(course, 5).parameters();
    List<double[]> inputs = IntStream.range(0, FOR_TRAINING).mapToObj(known::inputs).toList();
    network.learn(inputs, known::label, 5, 0.01);
    double way = distance(begin, network.parameters());
    assertTrue(way > 0.5, "it went by " + way);
    assertEquals(0, distance(end, network.parameters()) / way, 1e-3);
  }

  private static double distance(double[] from, double[] to) {
    assertEquals(from.length, to.length);
    double square =
        IntStream.range(0, from.length).mapToDouble(i -> Math.pow(from[i] - to[i], 2)).sum();
    return Math.sqrt(square);
  }

  private Perceptron written(String[] course, int epochs) throws IOException {
    Stream<String> options = Stream.of("--epochs", "" + epochs, "--weights", "weights");
    trained(Stream.concat(Stream.of(course), options).toArray(String[]::new));
    return Perceptron.of(Safetensors.read(folder.resolve("weights")));
  }

  @Test
  void derivativesAreThoseOfDifferences() {
    String said = trained("--hidden", "20,12", "--check", "60");
    MatchResult error =
        match("60 derivatives differ by (\\S+) of their size from finite differences\n", said);
    assertTrue(Double.parseDouble(error.group(1)) < 0.01, said);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    train("--batch", "501").failed(1, "--batch 501 is more than the 500 digits there are\n");
    train("--hidden", "65536,65536")
        .failed(1, "this takes 17179869184 bytes in a buffer; the GPU allows 1073741824\n");
    Path images = folder.resolve("train-images-idx3-ubyte");
    Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 99));
    train()
        .failed(
            1,
            "./train-images-idx3-ubyte is cut short, or is something else: 83 bytes of images"
                + " should be 50000\n");
    Files.writeString(folder.resolve("some.txt"), "no weights and no picture");
    assertEquals(1, classifier().run("--weights", "none", "t10k-images-idx3-ubyte").exitCode());
    String said = classifier().run("--weights", "some.txt", "t10k-images-idx3-ubyte").err();
    assertTrue(said.startsWith("some.txt is no safetensors file, or not all of one: "), said);
  }

  @Test
  void explainsItself() {
    String help = new Program("train-digits", folder).output("--help");
    assertTrue(help.contains("Usage: train-digits.wasm [OPTIONS] --data <FOLDER>"), help);
    help = classifier().output("--help");
    assertTrue(
        help.contains("Usage: classify-digits.wasm [OPTIONS] --weights <FILE> <FILE>..."), help);
  }
}
