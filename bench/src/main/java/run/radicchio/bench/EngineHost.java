package run.radicchio.bench;

import java.lang.invoke.MethodHandles;

/** What the core modules of {@code host-calls.wasm} import, with the same results. */
final class EngineHost {
  /** Sees the methods. */
  static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private static int counted;

  private EngineHost() {}

  static int add(int a, int b) {
    return a + b;
  }

  static int newCounter() {
    counted = 0;
    return 1;
  }

  static int counterAdd(int counter, int amount) {
    counted += amount;
    return counted;
  }

  static int pass(int counter) {
    return counter;
  }

  static void dropCounter(int counter) {}

  static int length(int bytes, int length) {
    return length;
  }

  static void greeting(int result) {}

  static int configure(
      int size,
      int hasCount,
      int count,
      int hasLow,
      float low,
      int hasHigh,
      float high,
      int mapped,
      int hasOffset,
      long offset,
      int hasColor,
      int color,
      int usage) {
    return size;
  }

  static int configureAt(int parameters) {
    return parameters;
  }

  static int size(int bytes, int length) {
    return length;
  }

  static int count(int numbers, int length) {
    return length;
  }

  static int paint(int color, int access) {
    return Integer.bitCount(access);
  }

  static int area(int shape, int payload) {
    return payload;
  }

  static void check(int value, int result) {}
}
