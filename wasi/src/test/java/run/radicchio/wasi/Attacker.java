package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import run.radicchio.component.Component;
import run.radicchio.component.Trap;

/** A guest that attacks the host, by either version of WASI; its first argument says how. */
enum Attacker {
  P2,
  P3;

  private static final int MOST_LOOKS = 5_000;

  private static final Map<Attacker, Component> COMPONENTS =
      Map.of(P2, Ended.guest("attacks-p2"), P3, Ended.guest("attacks-p3"));

  Component component() {
    return COMPONENTS.get(this);
  }

  /** All of the network, and this to be read and written. */
  static Wasi.Builder given(Path folder) {
    return givenNetwork().directory(folder, "/", Access.READ_WRITE);
  }

  /** All of the network. */
  static Wasi.Builder givenNetwork() {
    return Wasi.builder().network(Endpoints.of("*")).listen(Endpoints.of("*"));
  }

  /** What the host answers, in lines. */
  List<String> attack(Wasi.Builder given, String... words) {
    Ended ended = Ended.of(component(), given, words);
    assertEquals(new Ended(0, ended.out(), ""), ended);
    return ended.out().lines().toList();
  }

  /** How the host ends it. */
  Trap.Kind trap(Wasi.Builder given, String... words) {
    String what = String.join(" ", words);
    return assertThrows(Trap.class, () -> Ended.of(component(), given, words), what).kind();
  }

  /** Waits until this process has nothing open below a folder, which is to be soon. */
  static void awaitNothingOpenBelow(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < MOST_LOOKS && !openBelow(folder).isEmpty(); i++) {
      Thread.sleep(1);
    }
    assertEquals(List.of(), openBelow(folder));
  }

  private static List<Path> openBelow(Path folder) throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.map(Attacker::target).filter(target -> target.startsWith(folder)).toList();
    }
  }

  private static Path target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (IOException gone) {
      return descriptor;
    }
  }
}
