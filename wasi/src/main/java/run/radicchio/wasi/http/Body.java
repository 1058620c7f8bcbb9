package run.radicchio.wasi.http;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request or an answer that comes.
 *
 * @param stream its bytes; read on one virtual thread at a time, which may have to wait, and closed
 *     by another where nobody wants more. It fails with an {@link HttpFailure} where there is
 *     something to tell
 * @param trailers gives what came after it, once it was read to its end; null for nothing
 */
public record Body(InputStream stream, Trailers trailers) {
  /** What comes after a body. */
  public interface Trailers {
    /** The fields; null for none. */
    @Nullable List<Field> get();
  }

  /** A body without trailers. */
  public Body(InputStream stream) {
    this(stream, () -> null);
  }

  /** A body of no bytes. */
  public static Body empty() {
    return new Body(InputStream.nullInputStream());
  }
}
