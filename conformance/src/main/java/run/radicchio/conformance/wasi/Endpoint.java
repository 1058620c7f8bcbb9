package run.radicchio.conformance.wasi;

import java.util.List;
import java.util.Map;

/** What answers requests of one method to one path. */
record Endpoint(String method, String path, Reply reply) {

  /** How a request is answered. */
  sealed interface Reply {
    /**
     * Always in the same way.
     *
     * @param chunks the body; one that has a length where it is not chunked
     */
    record Fixed(
        int status,
        Map<String, String> headers,
        boolean isChunked,
        List<String> chunks,
        Map<String, String> trailers)
        implements Reply {}

    /** With its body. */
    record EchoBody() implements Reply {}

    /** With what it asked for, its headers and its trailers as headers. */
    record EchoHeaders() implements Reply {}
  }
}
