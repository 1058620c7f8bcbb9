package run.radicchio.webgpu.dawn.resource;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has Dawn free what released objects had on the GPU. It does when what was submitted after their
 * release is done: a guest that makes and drops objects and submits nothing would fill the memory
 * of all. So now and then something empty is submitted for it.
 */
final class Garbage {
  /** Objects that may wait for the guest to submit something. */
  private static final int MUCH = 64;

  private final AtomicInteger objects = new AtomicInteger();
  private final Runnable submitNothing;

  Garbage(Runnable submitNothing) {
    this.submitNothing = submitNothing;
  }

  /** An object was released. */
  void released() {
    if (objects.incrementAndGet() % MUCH == 0) {
      submitNothing.run();
    }
  }

  /** The guest submitted something. */
  void submitted() {
    objects.set(0);
  }
}
