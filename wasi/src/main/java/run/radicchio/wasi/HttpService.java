package run.radicchio.wasi;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Result;
import run.radicchio.component.Trap;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.messages.P2IncomingRequest;
import run.radicchio.wasi.messages.P2ResponseOutparam;
import run.radicchio.wasi.messages.P3Request;
import run.radicchio.wasi.messages.P3Response;
import run.radicchio.wasi.p2.http.IncomingHandler;
import run.radicchio.wasi.p3.http.Handler;
import run.radicchio.wasi.p3.http.Response;

/**
 * What components do that answer requests: those that export {@code wasi:http/handler} (0.3) or
 * {@code wasi:http/incoming-handler} (0.2). A server has requests as {@link Exchange}s.
 *
 * {@snippet :
 * HttpService service = HttpService.of(component).orElseThrow();
 * LinkedComponent linked = wasi.addTo(new Linker()).link(component);
 * try (Instance instance = linked.instantiate()) {
 *   service.answer(exchange, instance, Duration.ofSeconds(30));
 * }
 * }
 */
public enum HttpService {
  /** WASI 0.3. */
  P3("wasi:http/handler@0.3.") {
    @Override
    CompletableFuture<Result<Void, ErrorCode>> begin(Exchange exchange, Instance instance)
        throws HttpException {
      CompletionStage<Response> answer =
          instance.exports(Handler.class).handle(P3Request.of(exchange));
      return answer
          .thenCompose(response -> ((P3Response) response).send(exchange))
          .toCompletableFuture();
    }
  },

  /** WASI 0.2. */
  P2("wasi:http/incoming-handler@0.2.") {
    @Override
    CompletableFuture<Result<Void, ErrorCode>> begin(Exchange exchange, Instance instance) {
      P2ResponseOutparam out = new P2ResponseOutparam(exchange);
      instance.exports(IncomingHandler.class).handle(new P2IncomingRequest(exchange), out);
      return out.outcome();
    }
  };

  private static final int SHORT_TURNS = 16;

  private final String export;

  HttpService(String export) {
    this.export = export;
  }

  /** What a component does; empty where it answers no requests. */
  public static Optional<HttpService> of(Component component) {
    Predicate<HttpService> isExported =
        service ->
            component.type().exports().keySet().stream()
                .anyMatch(name -> name.startsWith(service.export));
    return Arrays.stream(values()).filter(isExported).findFirst();
  }

  /** Has a guest begin an answer; what comes of it is known when it is sent. */
  abstract CompletableFuture<Result<Void, ErrorCode>> begin(Exchange exchange, Instance instance)
      throws HttpException;

  /**
   * Has an instance answer a request, and waits until the answer is sent. For WASI 0.2 that is when
   * the guest has returned, too.
   *
   * @param limit how long it may take from when the guest has begun; the guest itself is held to
   *     its store's deadline
   * @throws HttpException if the guest gives no answer, or that could not be sent to its end
   * @throws Trap if the guest traps
   * @throws TimeoutException if it takes too long
   * @throws InterruptedException if the thread is interrupted
   */
  public void answer(Exchange exchange, Instance instance, Duration limit)
      throws HttpException, TimeoutException, InterruptedException {
    try {
      CompletableFuture<Result<Void, ErrorCode>> sent = begin(exchange, instance);
      letOthersRun(sent);
      Result<Void, ErrorCode> outcome = sent.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (outcome instanceof Result.Err(ErrorCode why)) {
        throw new HttpException(why);
      }
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case HttpException refused -> throw refused;
        case RuntimeException failure -> throw failure;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  /** A short answer is sent in a few turns of others, and to wait by a clock costs more. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it
  private static void letOthersRun(Future<?> sent) {
    for (int i = 0; i < SHORT_TURNS && !sent.isDone(); i++) {
      Thread.yield();
    }
  }
}
