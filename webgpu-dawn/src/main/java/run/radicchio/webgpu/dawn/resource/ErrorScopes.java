package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuErrorKind;

/**
 * The error scopes of a device (WebGPU, "Error Scopes").
 *
 * <p>Dawn has scopes too, but a stack of them for each thread, and a guest's calls come from
 * whichever thread runs it. So Dawn is asked for none: every error is uncaptured to it, and told
 * inside the call that made it.
 */
final class ErrorScopes {
  private final Deque<Scope> stack = new ArrayDeque<>();

  private static final class Scope {
    private final GpuErrorFilter filter;
    private @Nullable GpuError first;

    Scope(GpuErrorFilter filter) {
      this.filter = filter;
    }

    boolean captures(GpuError error) {
      return switch (error.kind()) {
        case GpuErrorKind.Validation _ -> filter == GpuErrorFilter.VALIDATION;
        case GpuErrorKind.OutOfMemory _ -> filter == GpuErrorFilter.OUT_OF_MEMORY;
        case GpuErrorKind.Internal _ -> filter == GpuErrorFilter.INTERNAL;
      };
    }
  }

  synchronized void push(GpuErrorFilter filter) {
    stack.push(new Scope(filter));
  }

  /**
   * Ends the innermost scope.
   *
   * @return the first error that it captured, or null
   * @throws NoSuchElementException if there is none
   */
  synchronized @Nullable GpuError pop() {
    return stack.pop().first;
  }

  /**
   * Gives an error to the innermost scope for its kind, which keeps its first; false without one.
   */
  synchronized boolean capture(GpuError error) {
    for (Scope scope : stack) {
      if (scope.captures(error)) {
        if (scope.first == null) {
          scope.first = error;
        }
        return true;
      }
    }
    return false;
  }
}
