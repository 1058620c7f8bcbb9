package run.radicchio.conformance.wasi;

/** A test has not done what its specification says, in words. */
final class Mismatch extends Exception {
  private static final long serialVersionUID = 1;

  Mismatch(String message) {
    super(message);
  }
}
