package run.radicchio.fuzz;

import java.util.List;

/** Choices that the bytes of an input make, one after another; when they end, the first always. */
final class Choices {
  private final byte[] bytes;
  private int position;

  Choices(byte[] bytes) {
    this.bytes = bytes;
  }

  /** One of so many numbers from 0, at most 256. */
  int below(int count) {
    return atEnd() ? 0 : (bytes[position++] & 0xff) % count;
  }

  /** Yes in one of so many cases. */
  boolean oneIn(int count) {
    return below(count) == count - 1;
  }

  /** One of several things. */
  <T> T of(List<T> things) {
    return things.get(below(things.size()));
  }

  boolean atEnd() {
    return position == bytes.length;
  }
}
