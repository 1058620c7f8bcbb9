package run.radicchio.cli.server;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.Body;
import run.radicchio.wasi.http.BodySink;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.MethodNames;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.ResponseHead;
import run.radicchio.wasi.http.Scheme;

/** A request as Helidon has it. */
final class HelidonExchange implements Exchange {
  private final ServerRequest request;
  private final ServerResponse response;
  private final BoundedBody body;
  private boolean hasBegun;

  HelidonExchange(ServerRequest request, ServerResponse response, long mostBytes) {
    this.request = request;
    this.response = response;
    this.body = new BoundedBody(request.content(), mostBytes);
  }

  @Override
  public RequestHead request() {
    HttpPrologue prologue = request.prologue();
    String query = prologue.query().rawValue();
    String path = prologue.uriPath().rawPath();
    return new RequestHead(
        MethodNames.method(prologue.method().text()),
        query.isEmpty() ? path : path + "?" + query,
        request.isSecure() ? new Scheme.Https() : new Scheme.Http(),
        request.authority(),
        fields());
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Header header : request.headers()) {
      for (String value : header.allValues()) {
        fields.add(new Field(header.name(), value));
      }
    }
    return fields;
  }

  @Override
  public Body body() {
    return request.content().hasEntity() ? new Body(body) : Body.empty();
  }

  /** Whether the body of the request is longer than it may be. */
  boolean isTooLong() {
    return body.isTooLong();
  }

  /** Whether it is known where the request ends, so that another can follow; waits for that. */
  boolean isWhole(Duration time) throws InterruptedException {
    return !request.content().hasEntity() || body.readRest(time);
  }

  @Override
  public synchronized BodySink answer(ResponseHead head, @Nullable Long length) throws IOException {
    try {
      begin();
      response.status(Status.create(head.status()));
      for (Field field : head.headers()) {
        if (!field.name().equalsIgnoreCase(HeaderNames.CONTENT_LENGTH_NAME)) {
          response
              .headers()
              .add(HeaderValues.create(HeaderNames.create(field.name()), field.value()));
        }
      }
      return HelidonSink.of(request, response, length);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private void begin() {
    if (hasBegun) {
      throw new IllegalStateException("the request is answered already");
    }
    hasBegun = true;
  }

  /** Answers with a status and nothing more, unless an answer has begun; false where one has. */
  synchronized boolean refuse(Status status) {
    if (hasBegun) {
      return false;
    }
    hasBegun = true;
    response
        .status(status)
        .header(HeaderNames.CONNECTION, "close")
        .header(HeaderNames.CONTENT_TYPE, "text/plain")
        .send(status.reasonPhrase() + "\n");
    return true;
  }

  /** The request in a message. */
  @Override
  public String toString() {
    HttpPrologue prologue = request.prologue();
    return prologue.method().text() + " " + prologue.uriPath().rawPath();
  }
}
