package run.radicchio.wasi.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import run.radicchio.wasi.Endpoints;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpFailure;

class HttpDestinationsTest {
  /** To where may be gone, and where each name is found to be. */
  private static HttpDestinations of(String endpoints, String... found) {
    Permissions permissions = new Permissions(List.of(Endpoints.of(endpoints)), List.of());
    List<InetAddress> addresses = List.of(found).stream().map(InetAddress::ofLiteral).toList();
    return new HttpDestinations(
        permissions,
        host -> {
          permissions.found(host, addresses);
          return addresses.isEmpty()
              ? CompletableFuture.failedFuture(new IllegalStateException("no such name"))
              : CompletableFuture.completedFuture(addresses);
        });
  }

  private static ErrorCode refusal(HttpDestinations destinations, String host, int port) {
    CompletableFuture<Void> found = destinations.find(host, port);
    Throwable failure = assertThrows(CompletionException.class, found::join).getCause();
    return assertInstanceOf(HttpFailure.class, failure).error();
  }

  @Test
  void aNameLeadsToItsAddresses() {
    HttpDestinations destinations = of("example.org:80", "192.0.2.1", "2001:db8::1");
    assertTrue(destinations.allow("example.org", 80));
    assertFalse(destinations.allow("example.org", 81));
    destinations.find("example.org", 80).join();
  }

  /** One address would be enough for who connects. */
  @Test
  void aNameIsNoWayIntoTheMachine() {
    for (String inside : List.of("127.0.0.1", "::1", "169.254.169.254", "0.0.0.0")) {
      assertEquals(
          new ErrorCode.DestinationIpProhibited(),
          refusal(of("example.org", "192.0.2.1", inside), "example.org", 80));
    }
    of("localhost", "127.0.0.1").find("localhost", 80).join();
    of("*", "127.0.0.1").find("example.org", 80).join();
  }

  @Test
  void aNameThatNobodyHasLeadsNowhere() {
    assertInstanceOf(ErrorCode.DnsError.class, refusal(of("example.org"), "example.org", 80));
  }
}
