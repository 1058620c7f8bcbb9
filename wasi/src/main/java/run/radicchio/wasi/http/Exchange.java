package run.radicchio.wasi.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that came to a server, and the way to answer it. */
public interface Exchange {
  /** The request without its body. */
  RequestHead request();

  /** The body of the request. */
  Body body();

  /**
   * Begins the answer: once at most.
   *
   * @param length how many bytes the body will have; null where nobody knows. Headers say the same,
   *     if anything
   * @throws IOException if nobody waits for it any more
   */
  BodySink answer(ResponseHead head, @Nullable Long length) throws IOException;
}
