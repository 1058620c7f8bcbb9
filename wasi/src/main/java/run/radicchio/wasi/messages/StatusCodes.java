package run.radicchio.wasi.messages;

/** How requests are answered (RFC 9110, 15). */
final class StatusCodes {
  static final short OK = 200;

  private StatusCodes() {}

  /** Whether it is a code of which the class is known. */
  static boolean isOne(short code) {
    int number = Short.toUnsignedInt(code);
    return number >= 100 && number < 600;
  }
}
