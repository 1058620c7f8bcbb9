package run.radicchio.streaming.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginsTest {
  private static Origins on(String address) {
    try {
      return new Origins(
          InetAddress.getByName(address), "http", List.of("https://Friend.example:8443"));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1:80, true",
    "127.0.0.1, localhost, true",
    "127.0.0.1, LocalHost:8080, true",
    "::1, [::1]:8080, true",
    "127.0.0.1, friend.example:8443, true",
    "127.0.0.1, friend.example, false",
    "127.0.0.1, evil.example, false",
    "127.0.0.1, localhost.evil.example, false",
    "127.0.0.1, localhost:80.evil.example, false",
    "127.0.0.1, example:8443, false",
    "0.0.0.0, whatever.example, true"
  })
  void hostsAreThoseOfLoopbackThere(String address, String host, boolean is) {
    assertEquals(is, on(address).isHost(host));
  }

  @Test
  void whoSaysNoHostIsRefused() {
    assertFalse(on("0.0.0.0").isHost(null));
    assertFalse(on("0.0.0.0").isAllowed("http://localhost", null));
    assertFalse(on("0.0.0.0").isAllowed(null, "localhost"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, localhost:8080, true",
    "HTTP://LOCALHOST:8080, localhost:8080, true",
    "https://friend.example:8443, localhost:8080, true",
    "https://localhost:8080, localhost:8080, false",
    "http://localhost:8081, localhost:8080, false",
    "http://evil.example, localhost:8080, false",
    "http://localhost:8080.evil.example, localhost:8080, false",
    "null, localhost:8080, false"
  })
  void originsAreItsOwnOrAllowed(String origin, String host, boolean is) {
    assertEquals(is, on("127.0.0.1").isAllowed(origin, host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org", "http://[::1]:80", "HTTPS://example.org:1"})
  void originsAreSchemeAndAuthority(String text) {
    assertTrue(Origins.isOrigin(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "https://example.org/",
        "ftp://example.org",
        "https://a@b",
        "*"
      })
  void othersAreNone(String text) {
    assertFalse(Origins.isOrigin(text));
  }

  @Test
  void ratesAreForTheMeanAndTwiceAtOnce() {
    Rate rate = new Rate(10, 0);
    for (int i = 0; i < 20; i++) {
      assertTrue(rate.isWithin(0));
    }
    assertFalse(rate.isWithin(0));
    assertTrue(rate.isWithin(100_000_000));
    assertFalse(rate.isWithin(100_000_001));
  }

  @Test
  void secretsAreEachAnother() {
    Secret one = Secret.random();
    assertTrue(one.is(one.text()));
    assertFalse(one.is(Secret.random().text()));
    assertNotEquals(Secret.random(), one);
    assertEquals(32, one.text().length());
    assertFalse(one.toString().contains(one.text()));
  }
}
