package run.radicchio.webgpu.dawn.library;

import org.jspecify.annotations.Nullable;

/**
 * A native library is missing or cannot be used. The message says which one, why, and what to do
 * about it, and is meant to be shown to the user as it is.
 */
public final class DawnLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DawnLibraryException(String message) {
    this(message, null);
  }

  DawnLibraryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
