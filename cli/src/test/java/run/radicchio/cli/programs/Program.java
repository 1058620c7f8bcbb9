package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import run.radicchio.cli.Execution;

/**
 * A program of {@code guests/}, as the command runs it.
 *
 * @param folder what it finds as its root
 */
record Program(String name, Path folder) {
  Execution run(String... options) {
    return Execution.of(words(options));
  }

  /** Runs between streams. */
  Execution between(InputStream input, OutputStream output, String... options) {
    return Execution.between(input, output, words(options));
  }

  /** Runs with options of the command besides its own. */
  Execution runWith(List<String> ofCommand, String... options) {
    return Execution.of(words(ofCommand, options));
  }

  private String[] words(String... options) {
    return words(List.of(), options);
  }

  private String[] words(List<String> ofCommand, String... options) {
    Stream<String> words =
        Stream.of(
            "run",
            "--cache",
            Path.of("target", "code-of-programs").toString(),
            "--dir",
            folder + "::/");
    return Stream.of(
            words, ofCommand.stream(), Stream.of(Execution.guest(name)), Stream.of(options))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }

  /** What it prints, where it must work and have nothing to complain of. */
  String output(String... options) {
    Execution execution = run(options);
    assertEquals("", execution.err());
    assertEquals(0, execution.exitCode());
    return execution.out();
  }

  /** Runs it, which must fail with one line that begins with a message. */
  void fails(String message, String... options) {
    Execution execution = run(options);
    assertEquals(1, execution.exitCode(), execution.err());
    assertTrue(execution.err().startsWith(message), execution.err());
    assertEquals(1, execution.err().lines().count(), execution.err());
  }

  /** The numbers of 32 bits in a file. */
  double[] numbers(String file) throws IOException {
    FloatBuffer floats =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(file)))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    double[] numbers = new double[floats.remaining()];
    Arrays.setAll(numbers, floats::get);
    return numbers;
  }
}
