package run.radicchio.bench.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
  @Test
  void comparesMediansWithTheFirst() {
    Rates rates = new Rates();
    for (double rate : new double[] {20_000, 90_000, 10_000}) {
      rates.add("bare", rate);
      rates.add("guest", rate / 2);
      rates.add("other", rate / 5);
    }
    rates.add("other", 4_100);
    assertEquals(
        List.of(
            " requests/s least most of bare at least",
            "bare 20,000 10,000 90,000",
            "guest 10,000 5,000 45,000 50 % 25 % met",
            "other 4,050 2,000 18,000 20 % 25 % missed"),
        rates.lines().stream().map(line -> line.replaceAll(" +", " ")).toList());
  }
}
