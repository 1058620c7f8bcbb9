package run.radicchio.streaming.video;

/** A picture cannot be encoded, or no picture of a kind. */
public final class EncodingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EncodingException(String message) {
    super(message);
  }
}
