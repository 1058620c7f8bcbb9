package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayList;
import java.util.List;
import run.radicchio.webgpu.dawn.steps.Stepping.Caught;

/** What {@code on-uncaptured-error} gave: errors to be read. */
final class Errors {
  private final Device device;
  private final List<Caught> unread = new ArrayList<>();
  private boolean ended;

  Errors(Device device) {
    this.device = device;
  }

  Device device() {
    return device;
  }

  void add(Caught error) {
    unread.add(error);
  }

  /** All that were not read yet, and that there is no other. */
  long[] all() {
    long[] kinds = new long[unread.size() + 1];
    for (int i = 0; i < unread.size(); i++) {
      kinds[i] = Cases.number(unread.get(i));
    }
    return kinds;
  }

  /** All are read; of a device that is lost there are no others, which ends the stream. */
  void read() {
    unread.clear();
    ended = device.lost();
  }

  /** Whether its end was read, after which reading traps (Component Model, {@code copy}). */
  boolean ended() {
    return ended;
  }
}
