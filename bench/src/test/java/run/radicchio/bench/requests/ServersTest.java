package run.radicchio.bench.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.bench.JavaCommand;

class ServersTest {
  @Test
  void theBareOneSaysWhatGuestsSay() throws Exception {
    ServerProcess server = ServerProcess.start("bare", JavaCommand.of(BareServer.class, List.of()));
    try (server;
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(server.root().resolve("/hello")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals("200 hello\n", answer.statusCode() + " " + answer.body());
      assertEquals("6", answer.headers().firstValue("content-length").orElse(""));
      assertEquals("text/plain", answer.headers().firstValue("content-type").orElse(""));
    }
    assertFalse(server.process().isAlive());
  }

  @Test
  void oneThatSaysSomethingElseIsNone() {
    assertThrows(
        IOException.class,
        () -> ServerProcess.start("none", JavaCommand.of(RatesTest.class, List.of())));
  }
}
