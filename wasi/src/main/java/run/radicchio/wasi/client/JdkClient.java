package run.radicchio.wasi.client;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.Body;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.MethodNames;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.ResponseHead;
import run.radicchio.wasi.messages.Client;
import run.radicchio.wasi.messages.OutgoingContent;
import run.radicchio.wasi.messages.Timeouts;

/** Makes requests by the JDK's client, which is opened when one is made. */
public final class JdkClient implements Client {
  /**
   * How many requests there may be at one time, from when they are made until their answer ends.
   */
  private static final int MOST = 1_000;

  /** What the client says itself. */
  private static final Set<String> OF_CLIENT = Set.of("content-length", "expect");

  private final Destinations destinations;
  private final Connectors connectors;
  private final Semaphore free = new Semaphore(MOST);

  /**
   * A client that goes to some hosts.
   *
   * @param tls says which of them it trusts; null for those that Java trusts
   */
  public JdkClient(Destinations destinations, @Nullable SSLContext tls) {
    this.destinations = destinations;
    this.connectors = new Connectors(tls);
  }

  @Override
  public CompletableFuture<Answer> send(
      RequestHead request, Timeouts timeouts, OutgoingContent content) throws HttpException {
    URI uri = Targets.uri(request);
    String host = Targets.host(uri);
    int port = Targets.port(uri);
    if (!destinations.allow(host, port)) {
      throw new HttpException(new ErrorCode.HttpRequestDenied());
    }
    HttpRequest made = request(uri, request, content);
    if (!free.tryAcquire()) {
      throw new HttpException(new ErrorCode.ConnectionLimitReached());
    }
    Duration connect = time(timeouts.connect());
    CompletableFuture<HttpResponse<InputStream>> response =
        once(
            destinations.find(host, port),
            () ->
                connectors
                    .with(connect)
                    .sendAsync(made, HttpResponse.BodyHandlers.ofInputStream()));
    return answer(response, timeouts, content);
  }

  /** Begins something once something else is done; to cancel the result cancels it. */
  private static <T> CompletableFuture<T> once(
      CompletableFuture<Void> done, Supplier<CompletableFuture<T>> next) {
    CompletableFuture<T> result = new CompletableFuture<>();
    CompletableFuture<T> begun =
        done.thenCompose(
            _ -> {
              CompletableFuture<T> made = next.get();
              var _ = result.whenComplete((_, _) -> made.cancel(true));
              return made;
            });
    var _ =
        begun.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                result.complete(value);
              } else {
                result.completeExceptionally(failure);
              }
            });
    return result;
  }

  private static HttpRequest request(URI uri, RequestHead request, OutgoingContent content)
      throws HttpException {
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(uri)
              .method(MethodNames.name(request.method()), publisher(content))
              .version(
                  uri.getScheme().equals("http")
                      ? HttpClient.Version.HTTP_1_1
                      : HttpClient.Version.HTTP_2);
      for (Field field : request.headers()) {
        if (OF_CLIENT.stream().noneMatch(field.name()::equalsIgnoreCase)) {
          builder.header(field.name(), field.value());
        }
      }
      boolean expects =
          request.headers().stream().anyMatch(field -> field.name().equalsIgnoreCase("expect"));
      return builder.expectContinue(expects && !content.isEmpty()).build();
    } catch (IllegalArgumentException refused) {
      throw new HttpException(new ErrorCode.Internal(refused.getMessage()));
    }
  }

  private static HttpRequest.BodyPublisher publisher(OutgoingContent content) {
    if (content.isEmpty()) {
      return HttpRequest.BodyPublishers.noBody();
    }
    Pipe pipe = new Pipe();
    content.open(pipe);
    HttpRequest.BodyPublisher bytes = HttpRequest.BodyPublishers.ofInputStream(() -> pipe);
    return content
        .length()
        .map(
            length -> length == 0 ? bytes : HttpRequest.BodyPublishers.fromPublisher(bytes, length))
        .orElse(bytes);
  }

  private CompletableFuture<Answer> answer(
      CompletableFuture<HttpResponse<InputStream>> response,
      Timeouts timeouts,
      OutgoingContent content) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    var _ =
        response.whenComplete(
            (come, failure) -> {
              if (failure != null) {
                fail(answer, content, Reasons.of(failure));
              } else {
                begin(answer, content, come, time(timeouts.betweenBytes()));
              }
            });
    var _ = answer.whenComplete((_, _) -> response.cancel(true));
    Duration firstByte = time(timeouts.firstByte());
    if (firstByte != null) {
      CompletableFuture.delayedExecutor(firstByte.toNanos(), TimeUnit.NANOSECONDS)
          .execute(() -> late(answer, content));
    }
    return answer;
  }

  private static void late(CompletableFuture<Answer> answer, OutgoingContent content) {
    ErrorCode why = new ErrorCode.ConnectionReadTimeout();
    if (!answer.isDone()) {
      content.abort(why);
      answer.completeExceptionally(new HttpException(why));
    }
  }

  private void fail(CompletableFuture<Answer> answer, OutgoingContent content, ErrorCode why) {
    free.release();
    content.abort(why);
    answer.completeExceptionally(new HttpException(why));
  }

  private void begin(
      CompletableFuture<Answer> answer,
      OutgoingContent content,
      HttpResponse<InputStream> come,
      @Nullable Duration betweenBytes) {
    if (content.isEmpty()) {
      content.open(new NoBody());
    }
    List<Field> headers =
        come.headers().map().entrySet().stream()
            .filter(field -> !field.getKey().startsWith(":"))
            .flatMap(
                field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
            .toList();
    AnswerStream stream = new AnswerStream(come.body(), betweenBytes, free::release);
    if (!answer.complete(
        new Answer(new ResponseHead(come.statusCode(), headers), new Body(stream)))) {
      stream.close();
    }
  }

  /** A time that the JDK can have; those of centuries are none. */
  private static @Nullable Duration time(@Nullable Long nanos) {
    return Optional.ofNullable(nanos)
        .filter(time -> time >= 0)
        .map(time -> Duration.ofNanos(Math.max(1, time)))
        .orElse(null);
  }
}
