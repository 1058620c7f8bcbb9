package run.radicchio.streaming.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates over a way that is simulated: so many bits a second, and so long. */
final class BitRateTest {
  private static final long FRAME = Duration.ofMillis(16).toNanos();
  private static final int LEAST = 200_000;
  private static final int MOST = 20_000_000;

  private long now;
  private final BitRate rate = new BitRate(LEAST, MOST, 0);
  private final Flight flight = new Flight(rate, FRAME);
  private final Deque<Flight.Sent> way = new ArrayDeque<>();
  private long wayIsFree;
  private int sequence;
  private int shown;
  private long longest;

  /** Sends pictures that use the rate up, for a while. */
  private void send(int seconds, double bitsPerSecond, Duration delay) {
    shown = 0;
    longest = 0;
    long end = now + seconds * 1_000_000_000L;
    for (; now < end; now += FRAME) {
      if (flight.hasRoom()) {
        int bytes = (int) (rate.bitsPerSecond() / 60.0 / 8);
        sequence++;
        flight.sent(sequence, bytes, now);
        wayIsFree = Math.max(wayIsFree, now) + (long) (bytes * 8 / bitsPerSecond * 1e9);
        way.add(new Flight.Sent(sequence, bytes, wayIsFree + delay.toNanos()));
      }
      while (!way.isEmpty() && way.peek().nanos() <= now) {
        Flight.Sent arrived = way.remove();
        longest = Math.max(longest, flight.waiting(now).toNanos());
        assertTrue(flight.acknowledged(arrived.sequence(), 0, now));
        shown++;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1000000,10", "1000000,100", "3000000,30", "10000000,50", "10000000,200"})
  void itComesNearToWhatGetsThrough(double bitsPerSecond, int millis) {
    send(20, bitsPerSecond, Duration.ofMillis(millis));
    send(10, bitsPerSecond, Duration.ofMillis(millis));
    assertTrue(rate.bitsPerSecond() > bitsPerSecond * 0.5, "too little: " + rate.bitsPerSecond());
    assertTrue(rate.bitsPerSecond() < bitsPerSecond * 1.5, "too much: " + rate.bitsPerSecond());
    assertTrue(shown > 300, shown + " pictures in ten seconds");
    assertTrue(longest < (millis + 600) * 1_000_000L, longest / 1_000_000 + " ms on the way");
  }

  @Test
  void itFollowsWhatChanges() {
    send(10, 10e6, Duration.ofMillis(20));
    int before = rate.bitsPerSecond();
    send(10, 1e6, Duration.ofMillis(20));
    int during = rate.bitsPerSecond();
    send(20, 10e6, Duration.ofMillis(20));
    assertTrue(before > 5_000_000, "before: " + before);
    assertTrue(during < 1_500_000, "during: " + during);
    assertTrue(rate.bitsPerSecond() > 5_000_000, "after: " + rate.bitsPerSecond());
  }

  @Test
  void itHasBounds() {
    send(20, 1e9, Duration.ofMillis(1));
    assertEquals(MOST, rate.bitsPerSecond());
    send(20, 50_000, Duration.ofMillis(1));
    assertEquals(LEAST, rate.bitsPerSecond());
  }

  @Test
  void whatIsNotAcknowledgedLeavesNoRoom() {
    int sent = 0;
    while (flight.hasRoom()) {
      sent++;
      flight.sent(sent, 100, 0);
    }
    assertEquals(2, sent);
    assertEquals(Duration.ofSeconds(3), flight.waiting(3_000_000_000L));
    assertFalse(flight.acknowledged(3, 0, 1));
    assertTrue(flight.hasRoom());
  }

  @Test
  void aSlowDecoderDoesNotLowerTheRate() {
    for (sequence = 1; sequence < 500; sequence++, now += FRAME) {
      flight.sent(sequence, rate.bitsPerSecond() / 60 / 8, now);
      long decoding = sequence < 100 ? 1_000_000 : 200_000_000;
      flight.acknowledged(sequence, decoding, now + decoding + 1_000_000);
    }
    assertEquals(MOST, rate.bitsPerSecond());
  }

  @Test
  void whatWasNotSentIsNotAcknowledged() {
    flight.sent(1, 100, 0);
    assertTrue(flight.acknowledged(1, 0, 1));
    assertFalse(flight.acknowledged(1, 0, 2));
    assertFalse(flight.acknowledged(7, 0, 3));
  }
}
