package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/** Guests of both versions that make requests, of a server on this machine. */
class HttpClientTest {
  private static final Map<HttpService, Component> GUESTS =
      Map.of(HttpService.P2, Ended.guest("http-p2"), HttpService.P3, Ended.guest("http-p3"));

  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static HttpServer server;
  private static String authority;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/text", exchange -> answer(exchange, 200, "a text"));
    server.createContext(
        "/echo",
        exchange ->
            answer(exchange, 201, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    server.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().add("location", "/text");
          answer(exchange, 302, "elsewhere");
        });
    server.createContext(
        "/late",
        exchange -> {
          try {
            OVER.await();
          } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.createContext(
        "/short",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          exchange.close();
        });
    server.start();
    authority = "127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterAll
  static void stop() {
    OVER.countDown();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String fetch(HttpService service, RecordedExchange exchange) throws Exception {
    Wasi wasi =
        Wasi.builder()
            .network(Endpoints.of("127.0.0.1"))
            .network(Endpoints.of("nobody.invalid"))
            .build();
    try (Instance instance = wasi.addTo(new Linker()).instantiate(GUESTS.get(service))) {
      service.answer(exchange, instance, Duration.ofMinutes(1));
    }
    return exchange.answer();
  }

  private static String fetch(HttpService service, String target) throws Exception {
    return fetch(service, RecordedExchange.get("/fetch?" + target));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** What a guest says, which of WASI 0.3 also knows whether its request was sent. */
  private static void assertSaid(HttpService service, String said, String sent, String found) {
    assertEquals("200 " + said + (service == HttpService.P3 ? " " + sent : ""), found);
  }

  @ParameterizedTest
  @EnumSource
  void gets(HttpService service) throws Exception {
    assertSaid(service, "200 a text Ok(())", "Ok(())", fetch(service, authority + "/text"));
  }

  @ParameterizedTest
  @EnumSource
  void sendsABody(HttpService service) throws Exception {
    RecordedExchange exchange = RecordedExchange.post("/fetch?" + authority + "/echo", new byte[0]);
    assertSaid(service, "201 a body Ok(())", "Ok(())", fetch(service, exchange));
  }

  @ParameterizedTest
  @EnumSource
  void followsNoRedirect(HttpService service) throws Exception {
    assertSaid(service, "302 elsewhere Ok(())", "Ok(())", fetch(service, authority + "/away"));
  }

  @ParameterizedTest
  @EnumSource
  void goesOnlyWhereItMay(HttpService service) throws Exception {
    String denied = "ErrorCode::HttpRequestDenied";
    for (String target : new String[] {"example.org/", "localhost/", "127.0.0.2/"}) {
      assertSaid(service, denied, "Err(" + denied + ")", fetch(service, target));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhyThereIsNoAnswer(HttpService service) throws Exception {
    String late = "ErrorCode::ConnectionReadTimeout";
    assertSaid(service, late, "Err(" + late + ")", fetch(service, authority + "/late"));
    String refused = "ErrorCode::ConnectionRefused";
    assertSaid(
        service, refused, "Err(" + refused + ")", fetch(service, "127.0.0.1:" + freePort() + "/"));
    String unknown = fetch(service, "nobody.invalid/");
    assertTrue(unknown.contains("ErrorCode::DnsError"), unknown);
    String incomplete = fetch(service, authority + "/short");
    assertTrue(incomplete.contains("200 x Err(ErrorCode::HttpResponseIncomplete)"), incomplete);
  }
}
