package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `run` gives a component of the machine. */
class WasiOptionsTest {
  private static final String P2 = "../wasi/guests/commands-p2.wasm";
  private static final String P3 = "../wasi/guests/commands-p3.wasm";

  @TempDir private Path folder;

  private static Execution run(String... words) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(List.of(words));
    return Execution.of(arguments.toArray(String[]::new));
  }

  @Test
  void aProgramInJavaScriptReadsAFileAndComputesOnTheGpu() throws Exception {
    Files.writeString(folder.resolve("numbers.txt"), "1 2 3\n4 27");
    run("--dir", folder + "::/", Execution.guest("javascript/collatz"), "numbers.txt")
        .printed("Steps: [0, 1, 7, 2, 111]\n");
    run(Execution.guest("javascript/collatz")).printed("Steps: [0, 1, 7, 2]\n");
    String help = run(Execution.guest("javascript/collatz"), "--help").out();
    assertTrue(help.contains("Usage: collatz.wasm [FILE]"), help);
  }

  @Test
  void aProgramInJavaScriptSaysWhatIsWrong() throws Exception {
    String program = Execution.guest("javascript/collatz");
    run("--dir", folder + "::/", program, "none.txt")
        .failed(1, "none.txt cannot be read: no-entry\n");
    run(program, "none.txt").failed(1, "none.txt cannot be read: no directory is given\n");
    Files.writeString(folder.resolve("words.txt"), "1 two 3");
    run("--dir", folder + "::/", program, "words.txt")
        .failed(1, "words.txt: expected whole numbers below 159487, found `two`\n");
  }

  @Test
  void aProgramThatAToolchainMadeAsItIs() throws Exception {
    Files.writeString(folder.resolve("names.txt"), "pointer_composite_access\nflying_pigs\n");
    run("--dir", folder + "::/", Execution.guest("javascript/language-features"), "names.txt")
        .printed("pointer_composite_access: yes\nflying_pigs: no\n");
  }

  @Test
  void itSaysWhatIsWrongAsWell() {
    String program = Execution.guest("javascript/language-features");
    run(program)
        .failed(1, "usage: language-features.wasm FILE, in the first directory that is given\n");
    run(program, "names.txt").failed(1, "names.txt cannot be read: no directory is given\n");
    run("--dir", folder + "::/", program, "none.txt")
        .failed(1, "none.txt cannot be read: no-entry\n");
  }

  @Test
  void argumentsComeAfterTheFile() {
    run(P2, "arguments", "--env", "a b").printed("arguments\n--env\na b\n");
  }

  @Test
  void standardInputIsTheComponents() {
    Execution.withInput("one\ntwo", "run", P2, "number-lines").printed("1 one\n2 two\n");
  }

  @Test
  void variablesAreThoseThatAreGiven() {
    run(P2, "environment").printed("");
    run("--env", "A=1=2", "--env", "PATH", P2, "environment")
        .printed("A=1=2\nPATH=%s\n".formatted(System.getenv("PATH")));
    run("--env", "RADICCHIO_NOT_SET", P2, "environment")
        .failed(
            2,
            "radicchio: --env: this process has no variable RADICCHIO_NOT_SET;"
                + " write RADICCHIO_NOT_SET=VALUE\n");
    run("--env", "=x", P2, "environment")
        .failed(2, "radicchio: --env: `=x` has no name; write NAME=VALUE\n");
  }

  @Test
  void directoriesAreThoseThatAreGiven() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    String path = folder.resolve("file").toString();
    assertEquals(1, run(P2, "read", path).exitCode());
    run("--dir", folder.toString(), P2, "read", path).printed("text");
    run("--dir", folder + "::/data", P2, "read", "/data/file").printed("text");
    assertEquals(1, run("--dir", folder + "::/data", P2, "read", path).exitCode());
    Execution refused = run("--dir", folder + "::/data:ro", P2, "write", "/data/new", "x");
    assertEquals(1, refused.exitCode());
    assertFalse(Files.exists(folder.resolve("new")));
    run("--dir", path, P2, "read", path)
        .failed(
            2,
            "radicchio: --dir: %s is no directory that could be given to a guest\n"
                .formatted(path));
    assertEquals(2, run("--dir", "::/data", P2, "read", path).exitCode());
  }

  @Test
  void theNetworkIsWhatIsGiven() {
    String guest = "../wasi/guests/network-p3.wasm";
    run("--allow-net", "localhost", guest, "resolve", "192.0.2.1").printed("192.0.2.1\n");
    assertDenied(run(guest, "resolve", "localhost"));
    assertDenied(run("--allow-net", "*:81", guest, "send", "127.0.0.1:80", "x"));
    assertDenied(run("--allow-listen", "::1", guest, "serve", "127.0.0.1:0", "0"));
    assertEquals(
        0, run("--allow-listen", "127.0.0.1", guest, "serve", "127.0.0.1:0", "0").exitCode());
    Execution misuse = run("--allow-net", "a b", guest, "resolve", "localhost");
    assertEquals(2, misuse.exitCode());
    assertTrue(misuse.err().contains("a b is no name of a host"), misuse.err());
  }

  private static void assertDenied(Execution execution) {
    assertEquals(1, execution.exitCode());
    assertTrue(execution.err().startsWith("ErrorCode::AccessDenied\n"), execution.err());
  }

  @Test
  void theStatusIsTheComponents() {
    assertEquals(new Execution(7, "", ""), run(P3, "exit", "7"));
    assertEquals(new Execution(1, "", "nothing: is no command\n"), run(P2, "nothing"));
  }
}
