package run.radicchio.component.runtime;

/** How what is thrown goes on. */
public final class Failures {
  private Failures() {}

  /** Throws what is unchecked, or wraps what is not. To be thrown, so that the compiler sees it. */
  public static RuntimeException rethrown(Throwable failure) {
    switch (failure) {
      case RuntimeException runtime -> throw runtime;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }
}
