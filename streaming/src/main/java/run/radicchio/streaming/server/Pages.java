package run.radicchio.streaming.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** What is answered over HTTP: the page, new sessions, and why a WebSocket was refused. */
final class Pages {
  private static final Map<String, Resource> RESOURCES =
      Map.of(
          "/", new Resource("index.html", "text/html; charset=utf-8"),
          "/page.js", new Resource("page.js", "text/javascript; charset=utf-8"),
          "/page.css", new Resource("page.css", "text/css; charset=utf-8"));

  /** No other code, no other server, in no other page. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final Door door;

  Pages(Door door) {
    this.door = door;
  }

  /** A file of the page. */
  private static final class Resource {
    private final byte[] bytes;
    private final String type;

    Resource(String name, String type) {
      this.bytes = read(name);
      this.type = type;
    }

    private static byte[] read(String name) {
      String path = "/run/radicchio/streaming/page/" + name;
      try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(path), path)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void route(HttpRouting.Builder routing) {
    RESOURCES.forEach(
        (path, resource) ->
            routing.get(path, (request, response) -> show(resource, request, response)));
    routing.post(
        "/sessions", (request, response) -> answer(door.open(request.headers()), response));
    routing.get(
        Upgrade.PATH, (request, response) -> answer(door.watch(request.headers()), response));
  }

  private void show(Resource resource, ServerRequest request, ServerResponse response) {
    Door.Answer.Refused refusal = door.refusal(request.headers());
    if (refusal != null) {
      answer(refusal, response);
      return;
    }
    with(response).header(HeaderValues.create(HeaderNames.CONTENT_TYPE, resource.type));
    response.send(resource.bytes);
  }

  private static void answer(Door.Answer answer, ServerResponse response) {
    with(response);
    switch (answer) {
      case Door.Answer.Refused(Status status, String why) ->
          response.status(status).send(why + "\n");
      case Door.Answer.Opened(Secret secret) ->
          response.status(Status.CREATED_201).send(secret.text());
      case Door.Answer.Welcome _ ->
          response.status(Status.UPGRADE_REQUIRED_426).send("this is for a WebSocket\n");
    }
  }

  private static ServerResponse with(ServerResponse response) {
    HEADERS.forEach((name, value) -> response.header(name, value));
    return response;
  }
}
