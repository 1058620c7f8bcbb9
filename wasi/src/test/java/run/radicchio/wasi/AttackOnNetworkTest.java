package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.component.Trap;

/** A guest that may use all of the network uses it as nobody should. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttackOnNetworkTest {
  @ParameterizedTest
  @EnumSource
  void namesThatNobodyHas(Attacker attacker) {
    List<String> answers = attacker.attack(Attacker.givenNetwork(), "names");
    assertEquals(16, answers.size());
    for (String line : answers) {
      String expected = line.startsWith("\"-\"") ? "name-unresolvable" : "invalid-argument";
      assertTrue(line.endsWith(": " + expected), line);
    }
  }

  @Test
  void datagramsThatAreTooLargeOrTooMany() {
    assertEquals(
        List.of(
            "permitted: ok",
            "64 KiB: datagram-too-large",
            "again: ok",
            "16 MiB: datagram-too-large",
            "receive: ok",
            "receive none: ok"),
        Attacker.P2.attack(Attacker.givenNetwork(), "datagrams", "too-large"));
    assertEquals(
        List.of("64 KiB: datagram-too-large", "16 MiB: datagram-too-large"),
        Attacker.P3.attack(Attacker.givenNetwork(), "datagrams", "too-large"));
    for (String attack : List.of("not-permitted", "too-many")) {
      assertEquals(
          Trap.Kind.HOST_FAILURE, Attacker.P2.trap(Attacker.givenNetwork(), "datagrams", attack));
    }
  }

  @Test
  void roomThatTheSystemHasNot() {
    assertEquals(
        List.of(
            "no backlog: invalid-argument",
            "the largest backlog: ok",
            "the largest buffer: ok",
            "listen unbound: invalid-state",
            "listen: ok",
            "accept: would-block"),
        Attacker.P2.attack(Attacker.givenNetwork(), "listen"));
    assertEquals(
        List.of(
            "no backlog: invalid-argument",
            "the largest backlog: ok",
            "the largest buffer: ok",
            "listen: ok",
            "listen again: invalid-state"),
        Attacker.P3.attack(Attacker.givenNetwork(), "listen"));
  }

  /** Nobody accepts what they connect to, and it has no room for them. */
  @ParameterizedTest
  @EnumSource
  void connectionsThatNeverEnd(Attacker attacker) throws Exception {
    try (ServerSocket full = new ServerSocket()) {
      full.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      String there = "127.0.0.1:" + full.getLocalPort();
      for (int i = 0; i < 2; i++) {
        assertEquals(
            List.of("all are connecting"),
            attacker.attack(Attacker.givenNetwork(), "connect", there, "1000"));
      }
      String refused =
          attacker == Attacker.P2
              ? "new-socket-limit"
              : "other(-some(\"there are too many sockets\"))";
      assertEquals(
          List.of(refused), attacker.attack(Attacker.givenNetwork(), "connect", there, "100000"));
    }
  }
}
