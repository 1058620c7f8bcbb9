package run.radicchio.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntSupplier;

/** What thread calls a guest. */
public enum Caller {
  /** One of the operating system's. */
  PLATFORM {
    @Override
    int repeat(int times, IntSupplier call) {
      return loop(times, call);
    }
  },
  /** A virtual one. */
  VIRTUAL {
    @Override
    int repeat(int times, IntSupplier call) {
      FutureTask<Integer> task = new FutureTask<>(() -> loop(times, call));
      Thread.ofVirtual().start(task);
      try {
        return task.get();
      } catch (InterruptedException | ExecutionException failure) {
        throw new IllegalStateException(failure);
      }
    }
  };

  /** Calls a number of times; returns what the last call returned. */
  abstract int repeat(int times, IntSupplier call);

  private static int loop(int times, IntSupplier call) {
    int result = 0;
    for (int i = 0; i < times; i++) {
      result = call.getAsInt();
    }
    return result;
  }
}
