package run.radicchio.webgpu.dawn.ffm;

/** A function was called that the loaded library does not have. */
public final class MissingFunctionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingFunctionException(String symbol, String reason) {
    super(
        "cannot call "
            + symbol
            + ": "
            + reason
            + ". Use the library that Radicchio comes with, or one of the same version of Dawn.");
  }
}
