package run.radicchio.bench.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadGeneratorTest {
  private final LoadGenerator load = new LoadGenerator(Path.of("h2load"), 100, 8);

  private static String said(int succeeded, int failed, int good, int bytes) {
    return """
        finished in 81.00ms, 1234.56 req/s, 160.00KB/s
        requests: 100 total, 100 done, %d succeeded, %d failed, 0 errored
        status codes: %d 2xx, 0 3xx, 0 4xx, 0 5xx
        traffic: 13.00KB (13100) total, 1.00KB (1000) headers, 500B (%d) data
        """
        .formatted(succeeded, failed, good, bytes);
  }

  @Test
  void readsHowManyASecond() throws IOException {
    assertEquals(1234.56, load.rate(said(100, 0, 100, 500), "hello"));
  }

  @Test
  void allMustBeAnswered() {
    for (String wrong :
        new String[] {
          said(99, 0, 100, 500),
          said(100, 1, 100, 500),
          said(100, 0, 92, 500),
          said(100, 0, 100, 499),
          "nothing"
        }) {
      assertThrows(IOException.class, () -> load.rate(wrong, "hello"), wrong);
    }
  }

  @Test
  void saysHowToGetIt(@TempDir Path empty) {
    String message =
        assertThrows(IOException.class, () -> LoadGenerator.find(empty.toString(), 100, 8))
            .getMessage();
    assertTrue(message.contains("nghttp2-client"), message);
  }
}
