package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/** A guest asks for sizes and places that nothing has, and gives lists that are not there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttackBySizeTest {
  @TempDir Path folder;

  @BeforeEach
  void give() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
  }

  @AfterEach
  void nothingStaysOpen() throws Exception {
    Attacker.awaitNothingOpenBelow(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "P2, bytes-too-long, LIST_TOO_LONG",
    "P2, bytes-outside, LIST_OUT_OF_BOUNDS",
    "P2, path-too-long, LIMIT_EXCEEDED",
    "P2, path-outside, STRING_OUT_OF_BOUNDS",
    "P2, path-no-text, INVALID_UTF8",
    "P2, path-surrogate, INVALID_UTF8",
    "P2, pollables-too-long, LIST_TOO_LONG",
    "P2, pollables-wrapping, LIST_TOO_LONG",
    "P2, pollables-unaligned, UNALIGNED_POINTER",
    "P2, datagrams-wrapping, LIST_TOO_LONG",
    "P2, result-outside, POINTER_OUT_OF_BOUNDS",
    "P3, bytes-too-long, LIST_TOO_LONG",
    "P3, bytes-outside, POINTER_OUT_OF_BOUNDS",
    "P3, room-too-long, LIST_TOO_LONG",
    "P3, room-outside, POINTER_OUT_OF_BOUNDS",
    "P3, path-too-long, LIMIT_EXCEEDED",
    "P3, path-outside, STRING_OUT_OF_BOUNDS",
    "P3, path-no-text, INVALID_UTF8",
    "P3, path-surrogate, INVALID_UTF8",
    "P3, result-outside, POINTER_OUT_OF_BOUNDS"
  })
  void listsThatAreNotThereTrap(Attacker attacker, String attack, Trap.Kind kind) {
    assertEquals(kind, attacker.trap(Attacker.given(folder), "forged", attack));
  }

  @ParameterizedTest
  @CsvSource({
    "random-bytes, LIMIT_EXCEEDED",
    "zeroes, HOST_FAILURE",
    "zeroes-at-once, HOST_FAILURE",
    "zeroes-into-a-file, HOST_FAILURE",
    "more-than-permitted, HOST_FAILURE",
    "not-permitted, HOST_FAILURE",
    "more-at-once, HOST_FAILURE"
  })
  void moreThanIsGivenTraps(String attack, Trap.Kind kind) {
    assertEquals(kind, Attacker.P2.trap(Attacker.given(folder), "size", attack));
  }

  @Test
  void someRandomBytesAreGivenOfAnyNumber() {
    assertEquals(
        List.of("1048576"),
        Attacker.P2.attack(Attacker.given(folder), "size", "some-random-bytes"));
    assertEquals(
        List.of("true"), Attacker.P3.attack(Attacker.given(folder), "size", "random-bytes"));
  }

  @Test
  void placesThatNoFileHas() throws Exception {
    assertEquals(
        List.of(
            "read all: 4 bytes",
            "read beyond: 0 bytes",
            "read at the largest: invalid",
            "write at the largest: invalid",
            "set the largest size: invalid",
            "advise: ok",
            "read via stream: invalid",
            "write via stream: invalid",
            "set times: invalid",
            "set odd times: invalid",
            "set size back: ok",
            "read the stream: 4 bytes",
            "skip: 4 bytes",
            "splice: 4 bytes"),
        Attacker.P2.attack(Attacker.given(folder), "sizes"));
    assertEquals("texttext", Files.readString(folder.resolve("file")));
    assertEquals(
        List.of(
            "read beyond: ok",
            "read at the largest: invalid",
            "write at the largest: invalid",
            "set the largest size: invalid",
            "advise: ok",
            "set times: invalid",
            "set odd times: invalid",
            "set size back: ok",
            "4 bytes",
            "read: ok"),
        Attacker.P3.attack(Attacker.given(folder), "sizes"));
    assertEquals("text", Files.readString(folder.resolve("file")));
  }

  @Test
  void listsOfPollables() {
    assertEquals(List.of("[0]"), Attacker.P2.attack(Attacker.given(folder), "poll", "one"));
    assertEquals(List.of("[0, 1]"), Attacker.P2.attack(Attacker.given(folder), "poll", "twice"));
    assertEquals(List.of("[99999]"), Attacker.P2.attack(Attacker.given(folder), "poll", "many"));
    assertEquals(List.of("[1]"), Attacker.P2.attack(Attacker.given(folder), "poll", "many-of-one"));
    assertEquals(Trap.Kind.HOST_FAILURE, Attacker.P2.trap(Attacker.given(folder), "poll", "none"));
    assertEquals(
        Trap.Kind.LIMIT_EXCEEDED, Attacker.P2.trap(Attacker.given(folder), "poll", "too-many"));
  }

  @Test
  void setsOfWaitables() {
    assertEquals(List.of("it came"), Attacker.P3.attack(Attacker.given(folder), "poll", "many"));
    assertEquals(
        List.of("it came"), Attacker.P3.attack(Attacker.given(folder), "poll", "many-times"));
  }

  /** What a guest is given must have room in its memory. */
  @ParameterizedTest
  @EnumSource
  void argumentsThatAreTooMuch(Attacker attacker) throws Exception {
    List<String> words = Collections.nCopies(100_000, "x".repeat(100));
    Wasi wasi =
        Attacker.given(folder)
            .arguments(words)
            .environment(Map.of("LONG", "x".repeat(1 << 22)))
            .build();
    StoreOptions little = StoreOptions.defaults().withMemoryLimit(1 << 22);
    try (Instance instance =
        wasi.addTo(new Linker()).link(attacker.component()).instantiate(new Store(little))) {
      assertThrows(Trap.class, () -> wasi.run(instance));
    }
    // With room it is only no attack.
    assertEquals(
        1,
        Ended.of(attacker.component(), Attacker.given(folder), words.toArray(String[]::new))
            .status());
  }
}
