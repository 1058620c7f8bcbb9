package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointsTest {
  private static boolean contain(String endpoints, String address, int port) {
    return Endpoints.of(endpoints)
        .contain(new InetSocketAddress(InetAddress.ofLiteral(address), port));
  }

  @Test
  void anAddressIsThatAddress() {
    assertTrue(contain("192.0.2.1", "192.0.2.1", 80));
    assertTrue(contain("192.0.2.1:80", "192.0.2.1", 80));
    assertTrue(contain("192.0.2.1:*", "192.0.2.1", 1));
    assertFalse(contain("192.0.2.1:80", "192.0.2.1", 81));
    assertFalse(contain("192.0.2.1", "192.0.2.2", 80));
    assertTrue(contain("::1", "::1", 80));
    assertTrue(contain("[::1]", "::1", 80));
    assertTrue(contain("[::1]:80", "::1", 80));
    assertFalse(contain("[::1]:80", "::1", 81));
    assertFalse(contain("::1", "::2", 80));
  }

  @Test
  void aNetworkIsAllThatBeginsAlike() {
    assertTrue(contain("10.0.0.0/8", "10.255.0.1", 80));
    assertFalse(contain("10.0.0.0/8", "11.0.0.1", 80));
    assertTrue(contain("192.0.2.128/25:53", "192.0.2.255", 53));
    assertFalse(contain("192.0.2.128/25", "192.0.2.127", 53));
    assertTrue(contain("0.0.0.0/0", "203.0.113.9", 1));
    assertFalse(contain("0.0.0.0/0", "::1", 1));
    assertTrue(contain("fd00::/8", "fdff::1", 1));
    assertTrue(contain("[fd00::]/8:80", "fdff::1", 80));
    assertFalse(contain("fd00::/8", "fe80::1", 1));
    assertFalse(contain("::/0", "127.0.0.1", 1));
  }

  @Test
  void aStarIsEverything() {
    assertTrue(contain("*", "::1", 80));
    assertTrue(contain("*:80", "127.0.0.1", 80));
    assertFalse(contain("*:80", "127.0.0.1", 81));
    assertTrue(Endpoints.of("*").containName("example.org"));
  }

  @Test
  void aNameIsThatNameAndNoAddress() {
    Endpoints example = Endpoints.of("Example.org:443");
    assertTrue(example.containName("example.org"));
    assertFalse(example.containName("www.example.org"));
    assertTrue(example.contain(443));
    assertFalse(example.contain(80));
    assertFalse(contain("localhost", "127.0.0.1", 80));
    assertEquals(Optional.of("example.org"), Endpoints.name("EXAMPLE.org."));
    assertEquals(Optional.of("xn--bcher-kva.example"), Endpoints.name("bücher.example"));
    for (String none : List.of("", ".", "a b", "a/b", "a\0b", "-a..b", "[::1]", "a".repeat(64))) {
      assertEquals(Optional.empty(), Endpoints.name(none), none);
    }
  }

  @Test
  void whatIsNoneIsRefused() {
    for (String none :
        List.of(
            "",
            ":80",
            "example.org:",
            "example.org:0",
            "example.org:65536",
            "example.org:80:80",
            "example.org/8",
            "*/8",
            "10.0.0.0/33",
            "::1/129",
            "10.0.0.0/",
            "[example.org]",
            "[::1",
            "a b")) {
      assertThrows(IllegalArgumentException.class, () -> Endpoints.of(none), none);
    }
  }
}
