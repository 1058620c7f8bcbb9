package run.radicchio.conformance.wasi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A response as it goes, by HTTP/1.1.
 *
 * @param chunks the body, which has a length where it is not chunked
 */
record HttpReply(
    int status,
    List<HttpField> headers,
    boolean isChunked,
    List<byte[]> chunks,
    List<HttpField> trailers) {

  /** There is nothing to answer a request. */
  static final HttpReply NOT_FOUND = whole(404, List.of(), new byte[0]);

  private static final String END_OF_LINE = "\r\n";

  /** What an endpoint says to a request. */
  static HttpReply of(Endpoint endpoint, HttpRequest request) {
    return switch (endpoint.reply()) {
      case Endpoint.Reply.EchoBody _ -> whole(200, List.of(), request.body());
      case Endpoint.Reply.EchoHeaders _ -> whole(200, echoed(request), new byte[0]);
      case Endpoint.Reply.Fixed fixed ->
          new HttpReply(
              fixed.status(),
              fixed.headers().entrySet().stream().map(HttpField::of).toList(),
              fixed.isChunked(),
              fixed.chunks().stream().map(chunk -> chunk.getBytes(UTF_8)).toList(),
              fixed.trailers().entrySet().stream().map(HttpField::of).toList());
    };
  }

  private static HttpReply whole(int status, List<HttpField> headers, byte[] body) {
    return new HttpReply(status, headers, false, List.of(body), List.of());
  }

  private static List<HttpField> echoed(HttpRequest request) {
    List<HttpField> echoed = new ArrayList<>();
    echoed.add(new HttpField("x-request-method", request.method()));
    echoed.add(new HttpField("x-request-path", request.path()));
    request.headers().forEach(field -> echoed.add(echoed("x-echo-", field)));
    request.trailers().forEach(field -> echoed.add(echoed("x-trailer-", field)));
    return echoed;
  }

  private static HttpField echoed(String prefix, HttpField field) {
    return new HttpField(prefix + field.name().toLowerCase(Locale.ROOT), field.value());
  }

  /** Writes it; without its body, which is for those who ask for the head alone. */
  void write(OutputStream out, boolean withBody) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" -");
    head.append(END_OF_LINE).append("Connection: close").append(END_OF_LINE);
    append(head, headers);
    if (isChunked) {
      append(head, List.of(new HttpField("Transfer-Encoding", "chunked")));
    } else {
      int length = chunks.stream().mapToInt(chunk -> chunk.length).sum();
      append(head, List.of(new HttpField("Content-Length", String.valueOf(length))));
    }
    if (!trailers.isEmpty()) {
      String names = trailers.stream().map(HttpField::name).collect(Collectors.joining(", "));
      append(head, List.of(new HttpField("Trailer", names)));
    }
    write(out, head.append(END_OF_LINE));
    if (withBody) {
      writeBody(out);
    }
    out.flush();
  }

  private void writeBody(OutputStream out) throws IOException {
    for (byte[] chunk : chunks) {
      if (isChunked) {
        write(out, Integer.toHexString(chunk.length) + END_OF_LINE);
      }
      out.write(chunk);
      if (isChunked) {
        write(out, END_OF_LINE);
      }
    }
    if (isChunked) {
      StringBuilder end = new StringBuilder("0").append(END_OF_LINE);
      append(end, trailers);
      write(out, end.append(END_OF_LINE));
    }
  }

  private static void append(StringBuilder text, List<HttpField> fields) {
    fields.forEach(
        field -> text.append(field.name()).append(": ").append(field.value()).append(END_OF_LINE));
  }

  private static void write(OutputStream out, CharSequence text) throws IOException {
    out.write(text.toString().getBytes(ISO_8859_1));
  }
}
