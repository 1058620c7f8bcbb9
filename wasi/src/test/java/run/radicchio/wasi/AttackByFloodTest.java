package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/**
 * A guest takes ever more of something, and lets nothing go, until the host refuses. When it has
 * ended the next gets as much.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttackByFloodTest {
  /** More than there can be sockets, and else few, for a test's sake. */
  private static final int HANDLES = 20_000;

  @TempDir Path folder;

  @BeforeEach
  void give() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    Files.createDirectories(folder.resolve("directory"));
  }

  @AfterEach
  void nothingStaysOpen() throws Exception {
    Attacker.awaitNothingOpenBelow(folder);
  }

  private Wasi.Builder given(String what) {
    return Attacker.given(folder).arguments(List.of("attacks", "flood", what));
  }

  private static int run(Attacker attacker, Wasi wasi) {
    Store store = new Store(StoreOptions.defaults().withHandleLimit(HANDLES));
    try (Instance instance =
        wasi.addTo(new Linker()).link(attacker.component()).instantiate(store)) {
      return wasi.run(instance);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "P2, files, insufficient-memory",
    "P2, directories, insufficient-memory",
    "P2, entries, insufficient-memory",
    "P2, appenders, insufficient-memory",
    "P2, connections, new-socket-limit",
    "P2, datagrams, new-socket-limit",
    "P3, files, insufficient-memory",
    "P3, directories, insufficient-memory",
    "P3, entries, insufficient-memory",
    "P3, readers, insufficient-memory",
    "P3, appenders, insufficient-memory",
    "P3, connections, 'other(-some(\"there are too many sockets\"))'",
    "P3, datagrams, 'other(-some(\"there are too many sockets\"))'"
  })
  void isRefused(Attacker attacker, String what, String answer) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Wasi wasi = given(what).stdout(out).build();
    assertEquals(0, run(attacker, wasi));
    Attacker.awaitNothingOpenBelow(folder);
    assertEquals(0, run(attacker, wasi));
    assertEquals((answer + "\n").repeat(2), out.toString(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "P2, roots, HOST_FAILURE",
    "P2, readers, TABLE_FULL",
    "P2, timers, TABLE_FULL",
    "P3, roots, HOST_FAILURE",
    "P3, timers, TABLE_FULL"
  })
  void traps(Attacker attacker, String what, Trap.Kind kind) throws Exception {
    CountingTicker ticker = new CountingTicker();
    Wasi wasi = given(what).ticker(ticker).build();
    for (int i = 0; i < 2; i++) {
      assertEquals(kind, assertThrows(Trap.class, () -> run(attacker, wasi)).kind());
      ticker.awaitNobody();
    }
  }

  /** A clock that knows how much is waited for. */
  private static final class CountingTicker implements Ticker {
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public long now() {
      return Ticker.system().now();
    }

    @Override
    public Alarm at(long when, Runnable bell) {
      waiting.incrementAndGet();
      Alarm alarm = Ticker.system().at(when, bell);
      return () -> {
        alarm.close();
        waiting.decrementAndGet();
      };
    }

    /** Waits until nobody waits any more, which is to be soon. */
    void awaitNobody() throws InterruptedException {
      for (int i = 0; i < 5_000 && waiting.get() > 0; i++) {
        Thread.sleep(1);
      }
      assertEquals(0, waiting.get());
    }
  }

  /** Standard error is read by nobody until the guest has given up. */
  @ParameterizedTest
  @EnumSource
  void whatNobodyReadsIsBounded(Attacker attacker) {
    CountDownLatch givenUp = new CountDownLatch(1);
    AtomicLong kept = new AtomicLong();
    OutputStream unread =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
              givenUp.await();
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
            kept.addAndGet(length);
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutputStream told =
        new OutputStream() {
          @Override
          public void write(int value) {
            out.write(value);
            givenUp.countDown();
          }
        };
    assertEquals(0, run(attacker, given("output").stderr(unread).stdout(told).build()));
    assertTrue(out.toString(UTF_8).contains(attacker == Attacker.P2 ? "too much waits" : "io"));
    assertTrue(kept.get() <= 1 << 26, () -> kept + " bytes");
  }
}
