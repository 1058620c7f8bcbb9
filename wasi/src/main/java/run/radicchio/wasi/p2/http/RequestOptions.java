package run.radicchio.wasi.p2.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.p2.clocks.Duration;

/** How long things may take as a request is made: as long as they do, where that is null. */
@WitResource
public interface RequestOptions extends AutoCloseable {
  /** Until there is a connection. */
  @Nullable @Duration
  Long connectTimeout();

  /** Sets how long it may take until there is a connection. */
  void setConnectTimeout(@Nullable @Duration Long duration) throws RefusedException;

  /** Until the answer begins. */
  @Nullable @Duration
  Long firstByteTimeout();

  /** Sets how long it may take until the answer begins. */
  void setFirstByteTimeout(@Nullable @Duration Long duration) throws RefusedException;

  /** Until more of the answer's body comes. */
  @Nullable @Duration
  Long betweenBytesTimeout();

  /** Sets how long it may take until more of the answer's body comes. */
  void setBetweenBytesTimeout(@Nullable @Duration Long duration) throws RefusedException;

  @Override
  void close();
}
