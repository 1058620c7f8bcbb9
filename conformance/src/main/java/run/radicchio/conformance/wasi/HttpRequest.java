package run.radicchio.conformance.wasi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request as it came, by HTTP/1.1. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
record HttpRequest(
    String method, String path, List<HttpField> headers, byte[] body, List<HttpField> trailers) {

  /**
   * Reads one.
   *
   * @throws IOException if it is none, or ends early
   */
  static HttpRequest read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 3) {
      throw new IOException("expected a request, not `" + String.join(" ", first) + "`");
    }
    List<HttpField> headers = fields(in);
    if (value(headers, "transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      byte[] body = chunks(in);
      return new HttpRequest(first[0], first[1], headers, body, fields(in));
    }
    int length = value(headers, "content-length").map(Integer::parseInt).orElse(0);
    return new HttpRequest(first[0], first[1], headers, in.readNBytes(length), List.of());
  }

  private static Optional<String> value(List<HttpField> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(HttpField::value)
        .findFirst();
  }

  /** Fields up to an empty line. */
  private static List<HttpField> fields(InputStream in) throws IOException {
    List<HttpField> fields = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      fields.add(HttpField.of(line));
    }
    return fields;
  }

  /** A size in hexadecimal, which may be followed by extensions, before each chunk. */
  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
      if (size == 0) {
        return body.toByteArray();
      }
      body.write(in.readNBytes(size));
      line(in);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the request ends early");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
