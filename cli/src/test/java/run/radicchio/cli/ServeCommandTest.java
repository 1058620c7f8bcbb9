package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {
  private static final Path GUESTS = Path.of("../wasi/guests");

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void answersManyRequests(String guest) throws Exception {
    try (Served served = new Served(guest)) {
      HttpResponse<String> hello = served.get("/hello");
      assertEquals("200 hello\n", hello.statusCode() + " " + hello.body());
      assertEquals("6", hello.headers().firstValue("content-length").orElseThrow());
      assertEquals(404, served.get("/elsewhere").statusCode());
      List<CompletableFuture<HttpResponse<String>>> all =
          IntStream.range(0, 100)
              .mapToObj(i -> served.begin(served.request("/hello?" + i).build()))
              .toList();
      all.forEach(one -> assertEquals("hello\n", one.join().body()));
      assertEquals("", served.said());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void passesBodiesOn(String guest) throws Exception {
    try (Served served = new Served(guest)) {
      String text = "some text ".repeat(100_000);
      HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(text);
      HttpRequest chunked =
          served
              .request("/echo")
              .POST(
                  HttpRequest.BodyPublishers.ofInputStream(
                      () -> new ByteArrayInputStream(text.getBytes(UTF_8))))
              .build();
      assertEquals(text, served.send(served.request("/echo").POST(body).build()).body());
      assertEquals(text, served.send(chunked).body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void answersWhereTheComponentDoesNot(String guest) throws Exception {
    try (Served served = new Served(guest, "--timeout", "500ms")) {
      assertEquals(500, served.get("/trap").statusCode());
      assertTrue(served.said().contains("radicchio: GET /trap: "), served.said());
      assertTrue(served.said().contains(" trapped: "), served.said());
      assertEquals(500, served.get("/error").statusCode());
      assertEquals(504, served.get("/never").statusCode());
      assertEquals(504, served.get("/busy").statusCode());
      assertThrows(IOException.class, () -> served.get("/wrong-length"));
      assertThrows(IOException.class, () -> served.get("/broken"));
      assertEquals(200, served.get("/hello").statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void takesNoMoreThanItShould(String guest) throws Exception {
    try (Served served = new Served(guest, "--max-body", "1K")) {
      byte[] large = new byte[5000];
      HttpRequest.BodyPublisher known = HttpRequest.BodyPublishers.ofByteArray(large);
      HttpRequest.BodyPublisher unknown =
          HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
      assertEquals(413, served.send(served.request("/count").POST(known).build()).statusCode());
      String count = served.send(served.request("/count").POST(unknown).build()).body();
      assertTrue(count.contains("HttpRequestBodySize"), count);
      int status = served.send(header(served, "x".repeat(100_000))).statusCode();
      assertTrue(status >= 400 && status < 500, "status " + status);
      assertEquals(200, served.get("/hello").statusCode());
    }
  }

  private static HttpRequest header(Served served, String value) {
    return served.request("/hello").header("x-large", value).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void eachRequestHasAFreshInstance(String guest) throws Exception {
    try (Served served = new Served(guest)) {
      assertEquals(List.of("1", "1", "1"), times(served, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void anInstanceAnswersSoManyRequestsAsItIsToldTo(String guest) throws Exception {
    try (Served served = new Served(guest, "--reuse", "3")) {
      assertEquals(List.of("1", "2", "3", "1", "2"), times(served, 5));
      assertEquals(500, served.get("/error").statusCode());
      assertEquals(List.of("1"), times(served, 1));
      List<String> bodies = new ArrayList<>();
      List<CompletableFuture<HttpResponse<String>>> many =
          IntStream.range(0, 50)
              .mapToObj(_ -> served.begin(served.request("/times").build()))
              .toList();
      many.forEach(one -> bodies.add(one.join().body()));
      assertTrue(Set.of("1", "2", "3").containsAll(bodies), bodies.toString());
    }
  }

  /** What several requests, one after the other, are told of their instances. */
  private static List<String> times(Served served, int requests) throws Exception {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      bodies.add(served.get("/times").body());
    }
    return bodies;
  }

  /** The server knows none. */
  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void requestsWithTrailersAreNotWhole(String guest) throws Exception {
    try (Served served = new Served(guest);
        Socket socket = served.connect()) {
      socket.setSoTimeout(60_000);
      String head = "POST /count HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
      String body = "5\r\nhello\r\n0\r\nx-sum: 1\r\n\r\n";
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.endsWith("5 Err(ErrorCode::HttpProtocolError)"), answer);
    }
  }

  @Test
  void answersOthersWith503() throws Exception {
    try (Served served = new Served("http-p3", "--max-requests", "1", "--timeout", "2s")) {
      HttpRequest never = served.request("/never").build();
      CompletableFuture<HttpResponse<String>> busy = served.begin(never);
      int status = 200;
      while (status == 200) {
        if (busy.isDone()) {
          busy = served.begin(never); // it came while another was answered
        }
        status = served.get("/hello").statusCode();
      }
      assertEquals(503, status);
      assertEquals(504, busy.join().statusCode());
    }
  }

  /** Clients that begin a request and say no more, or read no answer, hold up nobody else. */
  @Test
  void slowClientsHoldUpNobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (Served served = new Served("http-p2", "--timeout", "1s")) {
      for (String request :
          List.of(
              "GET /hello HTTP/1.1\r\nhost: ",
              "POST /count HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nsome",
              "GET /large?100000000 HTTP/1.1\r\nhost: x\r\n\r\n")) {
        Socket socket = served.connect();
        slow.add(socket);
        socket.getOutputStream().write(request.getBytes(UTF_8));
      }
      assertEquals(200, served.get("/hello").statusCode());
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void letsRequestsComeToAnEnd() throws Exception {
    CompletableFuture<HttpResponse<String>> last;
    try (Served served = new Served("http-p3")) {
      last = served.begin(served.request("/large?20000000").build());
      served.get("/hello");
    }
    assertEquals(20_000_000, last.join().body().length());
  }

  @Test
  void saysWhatItCannotServe() {
    Execution.of("serve", GUESTS.resolve("commands-p2.wasm").toString())
        .failed(
            2,
            """
            radicchio: ../wasi/guests/commands-p2.wasm exports neither wasi:http/handler nor \
            wasi:http/incoming-handler, so it cannot answer requests
            """);
    Execution misuse = Execution.of("serve", "--addr", "here", "x.wasm");
    assertTrue(
        misuse
            .err()
            .contains("expected an address such as 127.0.0.1:8080 or [::1]:0, found `here`"),
        misuse.err());
  }

  @Test
  void saysWhyItCannotServeThere() throws Exception {
    try (Served served = new Served("http-p3")) {
      Execution taken =
          Execution.of(
              "serve",
              "--addr",
              "127.0.0.1:" + served.root().getPort(),
              GUESTS.resolve("http-p3.wasm").toString());
      assertEquals(1, taken.exitCode());
      assertTrue(taken.err().contains("nothing can be served on 127.0.0.1:"), taken.err());
    }
  }
}
