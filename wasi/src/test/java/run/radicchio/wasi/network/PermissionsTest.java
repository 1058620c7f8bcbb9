package run.radicchio.wasi.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import run.radicchio.wasi.Endpoints;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;

class PermissionsTest {
  private static Permissions reaching(String... others) {
    return new Permissions(List.of(others).stream().map(Endpoints::of).toList(), List.of());
  }

  private static List<InetAddress> addresses(String... texts) {
    return List.of(texts).stream().map(InetAddress::ofLiteral).toList();
  }

  @Test
  void aNameIsWhatItWasFoundToBe() {
    Permissions permissions = reaching("example.org:443");
    assertFalse(permissions.mayReach(Sockets.at("192.0.2.1", 443)));
    permissions.found("example.org", addresses("192.0.2.1", "2001:db8::1"));
    assertTrue(permissions.mayReach(Sockets.at("192.0.2.1", 443)));
    assertTrue(permissions.mayReach(Sockets.at("2001:db8::1", 443)));
    assertFalse(permissions.mayReach(Sockets.at("192.0.2.1", 80)));
    assertFalse(permissions.mayReach(Sockets.at("192.0.2.2", 443)));
    permissions.found("elsewhere.example", addresses("192.0.2.3"));
    assertFalse(permissions.mayReach(Sockets.at("192.0.2.3", 443)));
  }

  /** Who answers for a name would else open the machine, or what hands out its credentials. */
  @Test
  void aNameIsNoWayIntoTheMachine() {
    Permissions permissions = reaching("example.org", "localhost:80");
    List<InetAddress> inside =
        addresses("127.0.0.1", "127.8.9.1", "::1", "169.254.169.254", "fe80::1", "0.0.0.0", "::");
    permissions.found("example.org", inside);
    for (InetAddress address : inside) {
      assertFalse(
          permissions.mayReach(Sockets.at(address.getHostAddress(), 80)), () -> "" + address);
    }
    permissions.found("localhost", addresses("127.0.0.1"));
    assertTrue(permissions.mayReach(Sockets.at("127.0.0.1", 80)));
    assertFalse(permissions.mayReach(Sockets.at("127.0.0.1", 81)));
  }

  @Test
  void namesWithEverNewAddressesFillNothing() {
    Permissions permissions = reaching("example.org");
    for (int i = 0; i < 200; i++) {
      permissions.found("example.org", addresses("192.0.2." + i));
    }
    assertFalse(permissions.mayReach(Sockets.at("192.0.2.0", 1)));
    assertTrue(permissions.mayReach(Sockets.at("192.0.2.199", 1)));
  }

  private static ErrorCode refusal(Permissions permissions, String name) {
    CompletableFuture<List<InetAddress>> lookup = NameLookup.of(permissions, name);
    ExecutionException failure = Assertions.assertThrows(ExecutionException.class, lookup::get);
    return assertInstanceOf(NetworkFailure.class, failure.getCause()).code();
  }

  @Test
  void onlyWhatIsPermittedIsLookedUp() throws Exception {
    Permissions permissions = reaching("localhost");
    assertEquals(ErrorCode.ACCESS_DENIED, refusal(permissions, "example.org"));
    assertEquals(ErrorCode.INVALID_ARGUMENT, refusal(permissions, "no name"));
    assertEquals(ErrorCode.INVALID_ARGUMENT, refusal(permissions, "a".repeat(1 << 20)));
    assertEquals(ErrorCode.ACCESS_DENIED, refusal(reaching(), "localhost"));
    assertEquals(ErrorCode.ACCESS_DENIED, refusal(reaching(), "127.0.0.1"));
    assertEquals(ErrorCode.NAME_UNRESOLVABLE, refusal(reaching("*"), "radicchio.invalid"));
    assertEquals(addresses("192.0.2.7"), NameLookup.of(permissions, "192.0.2.7").get());
    assertFalse(permissions.mayReach(Sockets.at("192.0.2.7", 80)));
    assertFalse(permissions.mayReach(Sockets.at("127.0.0.1", 80)));
    assertTrue(
        NameLookup.of(permissions, "LocalHost.").get().contains(addresses("127.0.0.1").getFirst()));
    assertTrue(permissions.mayReach(Sockets.at("127.0.0.1", 80)));
  }
}
