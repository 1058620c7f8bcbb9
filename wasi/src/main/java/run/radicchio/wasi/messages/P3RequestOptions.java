package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p3.http.RequestOptions;
import run.radicchio.wasi.p3.http.RequestOptionsError;
import run.radicchio.wasi.p3.http.RequestOptionsException;

/** Options of a request, for guests of WASI 0.3. */
final class P3RequestOptions implements RequestOptions {
  private Timeouts timeouts;
  private final boolean isFixed;

  /** Options that can be changed, unless they are fixed. */
  P3RequestOptions(Timeouts timeouts, boolean isFixed) {
    this.timeouts = timeouts;
    this.isFixed = isFixed;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  private void set(Timeouts given) throws RequestOptionsException {
    if (isFixed) {
      throw new RequestOptionsException(new RequestOptionsError.Immutable());
    }
    timeouts = given;
  }

  @Override
  public @Nullable Long getConnectTimeout() {
    return timeouts.connect();
  }

  @Override
  public void setConnectTimeout(@Nullable Long duration) throws RequestOptionsException {
    set(timeouts.withConnect(duration));
  }

  @Override
  public @Nullable Long getFirstByteTimeout() {
    return timeouts.firstByte();
  }

  @Override
  public void setFirstByteTimeout(@Nullable Long duration) throws RequestOptionsException {
    set(timeouts.withFirstByte(duration));
  }

  @Override
  public @Nullable Long getBetweenBytesTimeout() {
    return timeouts.betweenBytes();
  }

  @Override
  public void setBetweenBytesTimeout(@Nullable Long duration) throws RequestOptionsException {
    set(timeouts.withBetweenBytes(duration));
  }

  @Override
  public RequestOptions copy() {
    return new P3RequestOptions(timeouts, false);
  }

  @Override
  public void close() {}
}
