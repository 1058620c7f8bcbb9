package run.radicchio.conformance.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.conformance.wasi.WasiTestsuite.Totals;

final class WasiTestsuiteTest {
  private static final Totals PASSED = new Totals(1, 0, 0);
  private static final Totals FAILED = new Totals(0, 1, 0);

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  /** A program, in Java. */
  private interface Guest {
    int run(Host.Program program, InputStream in, OutputStream out, OutputStream err)
        throws Exception;
  }

  private void write(String name, String specification) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name + ".wasm"), "");
    Files.writeString(folder.resolve(name + ".json"), specification);
  }

  private Totals run(Guest guest, String exclusions, String... names) throws Exception {
    Host host =
        (program, in, out, err) -> {
          try {
            return guest.run(program, in, out, err);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
        };
    return new WasiTestsuite(host, new PrintWriter(said), Exclusions.of(exclusions))
        .run(folder, List.of(names));
  }

  private Totals run(String specification, Guest guest) throws Exception {
    write("rust/p3/test", specification);
    return run(guest, "");
  }

  private void assertSaid(String words) {
    assertTrue(said.toString().contains(words), () -> "`" + words + "` is not in " + said);
  }

  @Test
  void aTestIsGivenWhatItsSpecificationSays() throws Exception {
    write("rust/p3/test", "{\"root\": \"files\", \"args\": [\"a\"], \"env\": {\"K\": \"V\"}}");
    Files.createDirectory(folder.resolve("rust/p3/files"));
    Files.writeString(folder.resolve("rust/p3/files/a.txt"), "text");
    Guest guest =
        (program, _, _, _) -> {
          assertEquals(List.of("a"), program.arguments());
          assertEquals(Map.of("K", "V"), program.environment());
          assertEquals("text", Files.readString(program.root().resolve("a.txt")));
          Files.delete(program.root().resolve("a.txt"));
          return 0;
        };
    assertEquals(PASSED, run(guest, ""));
    assertEquals(PASSED, run(guest, ""), "what it deletes is there again");
    assertSaid("passed rust/p3/test\n1 passed, 0 failed, 0 excluded\n");
  }

  @Test
  void theStatusMustBeTheExpectedOne() throws Exception {
    String specification = "{\"exit_code\": 3}";
    assertEquals(PASSED, run(specification, (_, _, _, _) -> 3));
    Guest failing =
        (_, _, _, err) -> {
          err.write("why".getBytes(UTF_8));
          return 0;
        };
    assertEquals(FAILED, run(specification, failing));
    assertSaid("FAILED rust/p3/test: expected to end with 3, but it ends with 0\n  why\n");
  }

  @Test
  void speaksByTheStandardStreams() throws Exception {
    String specification =
        """
        {"operations": [
          {"type": "run"},
          {"type": "write", "payload": "h\\u00e9llo"},
          {"type": "read", "payload": "h\\u00e9llo"},
          {"type": "read", "id": "stderr", "payload": "!"},
          {"type": "wait"}]}
        """;
    Guest echo =
        (_, in, out, err) -> {
          out.write(in.readNBytes("h\u00e9llo".getBytes(UTF_8).length));
          err.write('!');
          return in.read() < 0 ? 0 : 1;
        };
    assertEquals(PASSED, run(specification, echo));
    assertEquals(FAILED, run(specification, (_, _, _, _) -> 0));
    assertSaid("FAILED rust/p3/test: stdout: expected \"h\u00e9llo\", got \"\"");
  }

  @Test
  void speaksByASocket() throws Exception {
    String specification =
        """
        {"proposals": ["sockets"], "operations": [
          {"type": "run"},
          {"type": "connect", "id": "echo"},
          {"type": "send", "id": "echo", "payload": "hello"},
          {"type": "recv", "id": "echo", "payload": "hello"},
          {"type": "wait"}]}
        """;
    Guest echo =
        (program, _, out, _) -> {
          try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            out.write("127.0.0.1:%d\n".formatted(server.getLocalPort()).getBytes(UTF_8));
            try (Socket socket = server.accept()) {
              socket.getOutputStream().write(socket.getInputStream().readNBytes(5));
            }
          }
          return program.network() ? 0 : 1;
        };
    assertEquals(PASSED, run(specification, echo));
  }

  @Test
  void asksAServiceAndEndsIt() throws Exception {
    String specification =
        """
        {"proposals": ["http"], "world": "wasi:http/service",
         "servers": [{"name": "main", "endpoints": [{"path": "/", "response": "hello"}]}],
         "operations": [
          {"type": "run"},
          {"type": "request", "method": "POST", "path": "/x", "body": "b",
           "response": {"status": 200, "headers": {"x-request-path": "/x"}}},
          {"type": "kill"},
          {"type": "wait", "exit_code": 7}]}
        """;
    Specification.Server own =
        new Specification.Server(
            "", true, List.of(new Endpoint("POST", "/x", new Endpoint.Reply.EchoHeaders())));
    Guest service =
        (program, _, out, _) -> {
          assertTrue(program.isService());
          assertEquals("hello", get(program.environment().get("HTTP_SERVER_MAIN")).body());
          try (EndpointServer server = EndpointServer.start(own)) {
            out.write("at http://%s/ now\n".formatted(server.address()).getBytes(UTF_8));
            while (!Thread.currentThread().isInterrupted()) {
              LockSupport.park();
            }
          }
          return 7;
        };
    assertEquals(PASSED, run(specification, service));
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return send(java.net.http.HttpRequest.newBuilder(URI.create("http://" + address + "/")));
  }

  private static HttpResponse<String> send(java.net.http.HttpRequest.Builder request)
      throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void anEndpointAnswersInChunksAndEchoes() throws Exception {
    Specification.Server described =
        Specification.read(
                Files.writeString(
                    folder.resolve("servers.json"),
                    """
                    {"servers": [{"name": "main", "endpoints": [
                      {"path": "/", "response": {"status": 201, "chunks": ["one", "two"],
                                                 "trailers": {"x-sum": "1"}}},
                      {"method": "POST", "path": "/echo", "mode": "echo-body"}]}]}
                    """))
            .servers()
            .getFirst();
    try (EndpointServer server = EndpointServer.start(described)) {
      assertEquals("onetwo", get(server.address()).body());
      assertEquals(201, get(server.address()).statusCode());
      assertEquals(404, get(server.address() + "/nothing").statusCode());
      URI echo = URI.create("http://" + server.address() + "/echo");
      for (var body :
          List.of(
              BodyPublishers.ofString("hello"),
              BodyPublishers.fromPublisher(BodyPublishers.ofString("hello")))) {
        assertEquals("hello", send(java.net.http.HttpRequest.newBuilder(echo).POST(body)).body());
      }
    }
  }

  @Test
  void whatIsExcludedMustFail() throws Exception {
    write("rust/p3/test", "{}");
    assertEquals(new Totals(0, 0, 1), run((_, _, _, _) -> 1, "rust/p3/test no such thing"));
    assertSaid("excluded rust/p3/test: no such thing");
    assertEquals(FAILED, run((_, _, _, _) -> 0, "rust/p3/test no such thing"));
    assertSaid("it passes, though exclusions.txt says that it cannot");
  }

  /** Of the suites that are there, and where all of them are run. */
  @Test
  void whatIsExcludedMustBeThere() throws Exception {
    write("rust/p3/test", "{}");
    String rows = "rust/p3/gone no such thing\nrust/p1/other no such thing";
    assertEquals(new Totals(1, 1, 0), run((_, _, _, _) -> 0, rows));
    assertSaid("FAILED rust/p3/gone: exclusions.txt names it, and it is not there");
    assertEquals(PASSED, run((_, _, _, _) -> 0, rows, "test"));
  }

  @Test
  void theDocumentationListsWhatIsExcluded() throws Exception {
    List<String> rows =
        Exclusions.official().rows().stream()
            .map(row -> "| `%s` | %s |".formatted(row.name(), row.reason()))
            .toList();
    List<String> documented =
        Files.readString(Path.of("../docs/conformance.md"))
            .lines()
            .filter(line -> line.startsWith("| `rust/") && !line.matches(".*\\d \\|"))
            .toList();
    assertEquals(rows, documented);
  }

  @Test
  void runsTheNamedOnes() throws Exception {
    write("rust/p3/one", "{}");
    write("c/p1/two", "{}");
    assertEquals(new Totals(2, 0, 0), run((_, _, _, _) -> 0, ""));
    assertEquals(PASSED, run((_, _, _, _) -> 0, "", "p1/"));
    assertThrows(IOException.class, () -> run((_, _, _, _) -> 0, "", "three"));
  }

  @Test
  void whatItDoesNotKnowIsNotPassedOver() {
    assertThrows(
        IOException.class,
        () -> run("{\"operations\": [{\"type\": \"dance\"}]}", (_, _, _, _) -> 0));
  }
}
