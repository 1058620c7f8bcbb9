package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Stepping.Caught;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;

/** A device: whether it is lost, and where its errors go. */
final class Device {
  /** Its queue is one object, however often it is asked for. */
  final Queue queue = new Queue(this);

  final boolean timestamps;
  private boolean lost;
  private boolean uncertain;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final List<Runnable> whenLost = new ArrayList<>();
  private final List<Buffer> buffers = new ArrayList<>();
  private final List<Errors> listeners = new ArrayList<>();

  Device(boolean timestamps) {
    this.timestamps = timestamps;
  }

  private static final class Scope {
    final Caught filter;
    Caught first = Caught.NOTHING;

    Scope(Caught filter) {
      this.filter = filter;
    }
  }

  void add(Buffer buffer) {
    buffers.add(buffer);
  }

  boolean lost() {
    return lost;
  }

  void whenLost(Runnable change) {
    whenLost.add(change);
  }

  /** Destroys it, which unmaps its buffers. */
  void destroy() {
    lost = true;
    whenLost.forEach(Runnable::run);
    buffers.forEach(buffer -> buffer.unmap(Ending.ABORT_ERROR, Ending.DONE));
  }

  /** Whether errors may have been told that nobody knows of. */
  boolean uncertain() {
    return uncertain;
  }

  void push(Caught filter) {
    scopes.push(new Scope(filter));
  }

  boolean hasScope() {
    return !scopes.isEmpty();
  }

  /** What the innermost scope has caught. */
  Caught innermost() {
    return scopes.element().first;
  }

  void pop() {
    scopes.pop();
  }

  Errors listen() {
    Errors errors = new Errors(this);
    listeners.add(errors);
    return errors;
  }

  /** An error that no scope of the guest's own was put around for; null if there may be one. */
  void dispatch(@Nullable Caught fault) {
    if (fault == null) {
      uncertain = true;
      return;
    }
    if (fault == Caught.NOTHING || lost) {
      return;
    }
    for (Scope scope : scopes) {
      if (scope.filter == fault) {
        if (scope.first == Caught.NOTHING) {
          scope.first = fault;
        }
        return;
      }
    }
    listeners.forEach(errors -> errors.add(fault));
  }
}
