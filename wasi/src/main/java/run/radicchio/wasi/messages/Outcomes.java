package run.radicchio.wasi.messages;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.HttpFailure;

/** What stages that may fail come to. */
final class Outcomes {
  private Outcomes() {}

  /** A stage that does not fail, but says why the other did. */
  static <T> CompletableFuture<Result<T, ErrorCode>> of(CompletableFuture<T> stage) {
    return stage.handle(
        (value, failure) -> failure == null ? Result.ok(value) : Result.err(reason(failure)));
  }

  private static ErrorCode reason(Throwable failure) {
    return switch (failure) {
      case CompletionException wrapped when wrapped.getCause() != null ->
          reason(wrapped.getCause());
      case HttpException http -> http.error();
      default -> HttpFailure.reason(failure);
    };
  }
}
