package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeTlsTest {
  private static final String PASSWORD = "password";
  private static final String GUEST = "../wasi/guests/http-p3.wasm";

  @TempDir private static Path folder;
  private static String keystore;
  private static String password;

  /** Trusts the key. */
  private static SSLContext trusting;

  /** Java makes keys that somebody vouches for, if only they themselves, by this tool alone. */
  @BeforeAll
  static void makeKey() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process tool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-alias",
                    "here",
                    "-dname",
                    "CN=here",
                    "-ext",
                    "SAN=ip:127.0.0.1",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, tool.waitFor(), said);
    keystore = file.toString();
    password = Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString();
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("here", keys.getCertificate("here"));
    trust.init(trusted);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void encrypts(String guest) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(trusting).build();
    try (Served served =
        new Served(client, guest, "--tls-keystore", keystore, "--tls-password", password)) {
      HttpResponse<String> hello = served.get("/hello");
      assertEquals("200 hello\n", hello.statusCode() + " " + hello.body());
      assertTrue(hello.sslSession().isPresent());
      String request = served.get("/request").body();
      assertTrue(request.contains("Scheme::Https"), request);
    }
  }

  @Test
  void isNotWhoOthersTrust() throws Exception {
    try (Served served =
        new Served("http-p3", "--tls-keystore", keystore, "--tls-password", password)) {
      assertThrows(SSLException.class, () -> served.get("/hello"));
    }
  }

  @Test
  void clientsThatDoNotEncryptLeaveRoomForOthers() throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(trusting).build();
    try (Served served =
        new Served(
            client,
            "http-p3",
            "--max-connections",
            "4",
            "--tls-keystore",
            keystore,
            "--tls-password",
            password)) {
      for (int i = 0; i < 8; i++) {
        try (Socket plain = served.connect()) {
          plain.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
        }
      }
      HttpRequest request = served.request("/hello").timeout(Duration.ofSeconds(30)).build();
      assertEquals("hello\n", served.send(request).body());
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    String wrong = Files.writeString(folder.resolve("wrong"), "wrong").toString();
    assertMisuse("cannot be used with this password", "--tls-keystore", keystore);
    assertMisuse(
        "cannot be used with this password", "--tls-keystore", keystore, "--tls-password", wrong);
    assertMisuse("is not there, or cannot be read", "--tls-keystore", "nowhere");
    assertMisuse("nowhere cannot be read", "--tls-keystore", keystore, "--tls-password", "nowhere");
    assertMisuse("is of no use without --tls-keystore", "--tls-password", password);
  }

  private static void assertMisuse(String message, String... options) {
    Execution failed =
        Execution.of(
            Stream.of(List.of("serve", "--addr", "127.0.0.1:0"), List.of(options), List.of(GUEST))
                .flatMap(List::stream)
                .toArray(String[]::new));
    assertEquals(2, failed.exitCode(), failed.err());
    assertTrue(failed.err().contains(message), failed.err());
  }
}
