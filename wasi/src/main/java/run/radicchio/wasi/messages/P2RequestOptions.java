package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.http.RequestOptions;

/** Options of a request, for guests of WASI 0.2. */
final class P2RequestOptions implements RequestOptions {
  private Timeouts timeouts = Timeouts.NONE;

  Timeouts timeouts() {
    return timeouts;
  }

  @Override
  public @Nullable Long connectTimeout() {
    return timeouts.connect();
  }

  @Override
  public void setConnectTimeout(@Nullable Long duration) {
    timeouts = timeouts.withConnect(duration);
  }

  @Override
  public @Nullable Long firstByteTimeout() {
    return timeouts.firstByte();
  }

  @Override
  public void setFirstByteTimeout(@Nullable Long duration) {
    timeouts = timeouts.withFirstByte(duration);
  }

  @Override
  public @Nullable Long betweenBytesTimeout() {
    return timeouts.betweenBytes();
  }

  @Override
  public void setBetweenBytesTimeout(@Nullable Long duration) {
    timeouts = timeouts.withBetweenBytes(duration);
  }

  @Override
  public void close() {}
}
