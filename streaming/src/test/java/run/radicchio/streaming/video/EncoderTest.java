package run.radicchio.streaming.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.surface.display.Size;

final class EncoderTest {
  private static final Size SMALL = new Size(160, 120);
  private static final Duration STEP = Duration.ofMillis(33);
  private static final int PLENTY = 8_000_000;

  @ParameterizedTest
  @CsvSource({
    "VP8,160,120",
    "VP8,161,99",
    "VP8,1,1",
    "VP8,16,2000",
    "VP9,160,120",
    "VP9,161,99",
    "VP9,33,1",
    "JPEG,160,120",
    "JPEG,161,99",
    "JPEG,1,1"
  })
  void whatIsEncodedCanBeDecoded(Codec codec, int width, int height) {
    Size size = new Size(width, height);
    try (Encoder encoder = codec.encoder(size);
        Decoder decoder = new Decoder(codec)) {
      for (int time = 0; time < 10; time++) {
        Planes picture = Pictures.slopes(size, time);
        Packet packet = encoder.encode(picture, false, STEP, PLENTY);
        Planes seen = decoder.decode(packet.bytes());
        assertEquals(size, seen.size());
        Planes sent = codec == Codec.JPEG ? Jfif.of(picture) : picture;
        assertTrue(
            Pictures.difference(sent, seen) < 6,
            "picture %d differs by %f".formatted(time, Pictures.difference(sent, seen)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VP8", "VP9"})
  void keysComeFirstAndWhereWanted(Codec codec) {
    try (Encoder encoder = codec.encoder(SMALL)) {
      for (int time = 0; time < 100; time++) {
        Packet packet = encoder.encode(Pictures.slopes(SMALL, time), time % 40 == 39, STEP, PLENTY);
        assertEquals(time == 0 || time % 40 == 39, packet.isKey(), "picture " + time);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VP8", "VP9"})
  void whoJoinsAtAKeySeesTheSame(Codec codec) {
    try (Encoder encoder = codec.encoder(SMALL);
        Decoder decoder = new Decoder(codec)) {
      for (int time = 0; time < 5; time++) {
        encoder.encode(Pictures.slopes(SMALL, time * 30), false, STEP, PLENTY);
      }
      Planes picture = Pictures.slopes(SMALL, 777);
      Planes seen = decoder.decode(encoder.encode(picture, true, STEP, PLENTY).bytes());
      assertTrue(Pictures.difference(picture, seen) < 6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void packetsFollowTheRate(Codec codec) {
    Size size = new Size(320, 240);
    try (Encoder encoder = codec.encoder(size)) {
      bytes(encoder, size, 30, 1_000_000);
      int some = bytes(encoder, size, 60, 1_000_000);
      bytes(encoder, size, 30, 4_000_000);
      int more = bytes(encoder, size, 60, 4_000_000);
      bytes(encoder, size, 30, 1_000_000);
      int less = bytes(encoder, size, 60, 1_000_000);
      assertTrue(more > 2 * some, "%d, then %d at four times the rate".formatted(some, more));
      assertTrue(less < more / 2, "%d, then %d at a quarter of the rate".formatted(more, less));
    }
  }

  private static int bytes(Encoder encoder, Size size, int pictures, int bitsPerSecond) {
    int bytes = 0;
    for (int time = 0; time < pictures; time++) {
      Planes picture = Pictures.noise(size, time);
      bytes += encoder.encode(picture, false, STEP, bitsPerSecond).bytes().length;
    }
    return bytes;
  }

  @Test
  void whatStandsStillTakesNextToNothing() {
    Size size = new Size(640, 480);
    try (Encoder encoder = Codec.VP8.encoder(size)) {
      Planes picture = Pictures.slopes(size, 0);
      int first = encoder.encode(picture, false, STEP, PLENTY).bytes().length;
      int last = 0;
      for (int time = 0; time < 30; time++) {
        last = encoder.encode(picture, false, STEP, PLENTY).bytes().length;
      }
      assertTrue(last < first / 3, "%d bytes, then %d".formatted(first, last));
    }
  }

  @ParameterizedTest
  @EnumSource
  void picturesOfAnotherSizeAreRefused(Codec codec) {
    try (Encoder encoder = codec.encoder(SMALL)) {
      Planes other = Pictures.slopes(new Size(120, 160), 0);
      assertThrows(
          IllegalArgumentException.class, () -> encoder.encode(other, false, STEP, PLENTY));
    }
  }

  @Test
  void toCloseTwiceIsHarmless() {
    Encoder encoder = Codec.VP8.encoder(SMALL);
    encoder.close();
    encoder.close();
  }

  @Test
  void codecsGoByTheirNames() {
    for (Codec codec : Codec.values()) {
      assertEquals(codec, Codec.of(codec.text()).orElseThrow());
    }
    assertFalse(Codec.of("vp7").isPresent());
  }
}
