package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;

/** Guests of both versions that make encrypted requests, of servers on this machine. */
class HttpsTest {
  private static final char[] PASSWORD = "password".toCharArray();

  private static final Map<HttpService, Component> GUESTS =
      Map.of(HttpService.P2, Ended.guest("http-p2"), HttpService.P3, Ended.guest("http-p3"));

  /** A fatal alert of TLS 1.2, which later versions are said to be: RFC 8446, 6. */
  private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

  @TempDir private static Path folder;

  /** Trusts all the servers. */
  private static SSLContext trusting;

  private static HttpServer known;
  private static HttpServer elsewhere;
  private static ServerSocket plain;
  private static ServerSocket picky;

  @BeforeAll
  static void start() throws Exception {
    KeyStore here = keys("here", "ip:127.0.0.1");
    KeyStore there = keys("there", "dns:elsewhere.invalid");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("here", here.getCertificate("here"));
    trusted.setCertificateEntry("there", there.getCertificate("there"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
    known = serve(https(here));
    elsewhere = serve(https(there));
    plain = answering("HTTP/1.1 400 What?\r\n\r\n".getBytes(UTF_8));
    picky = answering(HANDSHAKE_FAILURE);
  }

  @AfterAll
  static void stop() throws IOException {
    known.stop(0);
    elsewhere.stop(0);
    plain.close();
    picky.close();
  }

  /** A server that says the same to whoever begins to talk, and listens until that one is done. */
  private static ServerSocket answering(byte[] answer) throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  int _ = socket.getInputStream().read();
                  socket.getOutputStream().write(answer);
                  socket.shutdownOutput();
                  socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException closed) {
                  // The test is over, or the client has understood.
                }
              }
            });
    return server;
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /**
   * A key, and a certificate of it that nobody vouches for, which Java makes by this tool alone.
   */
  private static KeyStore keys(String name, String host) throws Exception {
    Path file = folder.resolve(name);
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=" + host,
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, tool.waitFor(), said);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static HttpsServer https(KeyStore keys) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(local(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }

  private static HttpServer serve(HttpServer server) {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", HttpsTest::answer);
    server.start();
    return server;
  }

  private static int port(HttpServer server) {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] secret = "a secret".getBytes(UTF_8);
    exchange.sendResponseHeaders(200, secret.length);
    exchange.getResponseBody().write(secret);
    exchange.close();
  }

  private static String fetch(HttpService service, Wasi.Builder given, int port) throws Exception {
    Wasi wasi = given.network(Endpoints.of("127.0.0.1")).build();
    RecordedExchange exchange = RecordedExchange.get("/fetch?https://127.0.0.1:" + port + "/");
    try (Instance instance = wasi.addTo(new Linker()).instantiate(GUESTS.get(service))) {
      service.answer(exchange, instance, Duration.ofMinutes(1));
    }
    return exchange.answer();
  }

  @ParameterizedTest
  @EnumSource
  void whoIsTrustedIsAsked(HttpService service) throws Exception {
    String said = fetch(service, Wasi.builder().tls(trusting), port(known));
    assertTrue(said.startsWith("200 200 a secret Ok(())"), said);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNotTrustedIsNot(HttpService service) throws Exception {
    assertSaid("ErrorCode::TlsCertificateError", fetch(service, Wasi.builder(), port(known)));
  }

  @ParameterizedTest
  @EnumSource
  void whoHasAnotherNameIsNot(HttpService service) throws Exception {
    String said = fetch(service, Wasi.builder().tls(trusting), port(elsewhere));
    assertSaid("ErrorCode::TlsCertificateError", said);
  }

  @ParameterizedTest
  @EnumSource
  void whoDoesNotEncryptIsNot(HttpService service) throws Exception {
    String said = fetch(service, Wasi.builder().tls(trusting), plain.getLocalPort());
    assertSaid("ErrorCode::TlsProtocolError", said);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheOtherSideObjectsToIsTold(HttpService service) throws Exception {
    String said = fetch(service, Wasi.builder().tls(trusting), picky.getLocalPort());
    assertSaid("ErrorCode::TlsAlertReceived", said);
    assertTrue(said.contains("handshake_failure"), said);
  }

  private static void assertSaid(String error, String said) {
    assertTrue(said.startsWith("200 " + error), said);
  }
}
