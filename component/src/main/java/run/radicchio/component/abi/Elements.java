package run.radicchio.component.abi;

import run.radicchio.component.runtime.Buffer;
import run.radicchio.component.runtime.ComponentInstance;

/** Elements that the host can read, whoever wrote them. */
sealed interface Elements extends Buffer.Source permits GuestBuffer, HostElements {

  /**
   * Takes some, which are read then at once.
   *
   * @param reader an instance that has the types of what the host reads
   * @return where they lie, one after the other
   */
  Lying take(int count, ComponentInstance reader);

  /**
   * Values in memory.
   *
   * @param context whose memory it is
   * @param address of the first; of no meaning for values of no type
   */
  record Lying(Context context, long address) {}
}
