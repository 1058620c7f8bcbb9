package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class StandardBasicsTest {
  @Test
  void timeBeginsNearZeroAndNeverGoesBack() {
    StandardBasics basics = new StandardBasics(new PrintWriter(Writer.nullWriter()));
    long before = 0;
    for (int i = 0; i < 1000; i++) {
      long now = basics.now();
      assertTrue(now >= before);
      before = now;
    }
  }
}
