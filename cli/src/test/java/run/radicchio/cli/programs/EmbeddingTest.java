package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code guests/embed-sentences} with a small model of the same kind as the real one, whose weights
 * and vocabulary are made here, beside the same in numbers of 64 bits.
 */
class EmbeddingTest {
  private static final int LONGEST = 40;

  private static final List<String> SENTENCES =
      List.of(
          "a cat sat on a mat",
          "Cats, mats & CAFÉS: naïve!",
          "",
          "  many   spaces\tand\ta\ttab ",
          "我喜欢 cats和mats。",
          "zero\u200bwidth, soft\u00adhyphen, \ud83d\ude00 and \u0905",
          "x".repeat(100) + " " + "y".repeat(101),
          "a cat and a mat and ".repeat(9),
          "1+1=2; 3<4 [CLS] ##at");

  private static final Pattern COMMA = Pattern.compile(",");

  @TempDir private Path folder;

  private final WordPieces words = new WordPieces(vocabulary());
  private final Bert bert =
      Bert.random(new Bert.Size(words.pieces().size(), 64, 48, 3, 80, 2), new Random(7));

  private static List<String> vocabulary() {
    Stream<String> whole =
        Stream.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "cat", "mat", "cafe", "nai", "##at", "##ts", "喜");
    Stream<String> letters =
        IntStream.concat(IntStream.rangeClosed('a', 'y'), IntStream.rangeClosed('0', '3'))
            .mapToObj(Character::toString);
    List<String> single = letters.toList();
    Stream<String> marks = Stream.of(",", "&", ":", "!", "+", "=", ";", "[", "]", "#", "。");
    return Stream.of(whole, single.stream(), single.stream().map("##"::concat), marks)
        .flatMap(pieces -> pieces)
        .toList();
  }

  @BeforeEach
  void writeModel() throws IOException {
    Safetensors.write(folder.resolve("model.safetensors"), bert.tensors());
    Files.write(folder.resolve("vocab.txt"), words.pieces());
    Files.writeString(
        folder.resolve("sentence_bert_config.json"), "{\"max_seq_length\": " + LONGEST + "}");
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "bert", "hidden_act": "gelu", "hidden_size": 48, "intermediate_size": 80,
         "num_attention_heads": 3, "num_hidden_layers": 2, "layer_norm_eps": 1e-12}
        """);
  }

  private Program program() {
    return new Program("embed-sentences", folder);
  }

  private String output(String... options) {
    Stream<String> all =
        Stream.of(Stream.of("--model", "/"), Stream.of(options), SENTENCES.stream())
            .flatMap(s -> s);
    return program().output(all.toArray(String[]::new));
  }

  private FloatBuffer embeddings(String... options) throws IOException {
    Stream<String> more = Stream.of("--embeddings", "embeddings");
    output(Stream.concat(more, Stream.of(options)).toArray(String[]::new));
    Safetensors.Tensor tensor = Safetensors.read(folder.resolve("embeddings")).get("embeddings");
    assertEquals(List.of(SENTENCES.size(), bert.size().width()), tensor.shape());
    return tensor.numbers();
  }

  @Test
  void embedsAsInLongerNumbers() throws IOException {
    FloatBuffer embeddings = embeddings();
    for (String sentence : SENTENCES) {
      for (double expected : bert.embed(words.tokens(sentence, LONGEST))) {
        assertEquals(expected, embeddings.get(), 1e-5, sentence);
      }
    }
  }

  @Test
  void batchesAreOfNoMatter() throws IOException {
    FloatBuffer together = embeddings();
    assertEquals(together, embeddings("--batch", "1"));
    assertEquals(together, embeddings("--batch", "50"));
  }

  @Test
  void saysAndDrawsWhatIsSimilar() throws IOException {
    List<String> lines = output("--embeddings", "e.csv", "--picture", "e.png").lines().toList();
    List<double[]> rows =
        Files.readAllLines(folder.resolve("e.csv")).stream()
            .map(line -> COMMA.splitAsStream(line).mapToDouble(Double::parseDouble).toArray())
            .toList();
    assertEquals(SENTENCES.size(), rows.size());
    for (int one = 0; one < rows.size(); one++) {
      String line = "none";
      double most = -2;
      for (int other = 0; other < rows.size(); other++) {
        double similarity = product(rows.get(one), rows.get(other));
        if (other != one && similarity > most) {
          most = similarity;
          line = "  %s  ~  %s".formatted(SENTENCES.get(one), SENTENCES.get(other));
        }
      }
      assertTrue(lines.get(one).endsWith(line), lines.get(one));
      assertEquals(
          most, Double.parseDouble(lines.get(one).substring(0, lines.get(one).indexOf(' '))), 1e-4);
    }
    BufferedImage picture = ImageIO.read(folder.resolve("e.png").toFile());
    // Each is most like itself, which is in the diagonal from the lower left.
    assertEquals(0xff1e0f3c, picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
  }

  private static double product(double[] left, double[] right) {
    return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    program()
        .run("--model", "/none", "a")
        .failed(1, "/none/config.json cannot be read: No such file or directory (os error 44)\n");
    Files.writeString(folder.resolve("vocab.txt"), "a\nb\n");
    program()
        .run("--model", "/", "a")
        .failed(1, "/vocab.txt has no [UNK]: is it a vocabulary of BERT?\n");
    Path weights = folder.resolve("model.safetensors");
    Files.write(folder.resolve("vocab.txt"), words.pieces());
    Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), 50_000));
    String said = program().run("--model", "/", "a").err();
    assertTrue(
        said.startsWith("/model.safetensors is no safetensors file, or not all of one: "), said);
    bert.tensors().remove("encoder.layer.1.output.dense.bias");
    Safetensors.write(weights, bert.tensors());
    program()
        .run("--model", "/", "a")
        .failed(1, "/model.safetensors has no tensor \"encoder.layer.1.output.dense.bias\"\n");
  }

  @Test
  void explainsItself() {
    String help = program().output("--help");
    assertTrue(
        help.contains("Usage: embed-sentences.wasm [OPTIONS] --model <FOLDER> [SENTENCE]..."),
        help);
  }
}
