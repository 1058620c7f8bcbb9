package run.radicchio.wasi.p2.io;

import java.util.List;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:io/poll}: waiting until any of several things is ready. */
@WitInterface(value = "wasi:io/poll", versions = WasiVersion.P2)
public interface Poll {

  /** Something that is ready, or will be: a time that comes, bytes that arrive. */
  @WitResource
  interface Pollable extends AutoCloseable {
    /** Whether it is ready; never waits. */
    boolean ready();

    /** Waits until it is ready. */
    void block();

    @Override
    void close();
  }

  /**
   * Waits until at least one is ready.
   *
   * @param in not empty, or the guest traps
   * @return the places in the list of those that are ready: one at least
   */
  @Unsigned int[] poll(List<@Borrow Pollable> in);
}
