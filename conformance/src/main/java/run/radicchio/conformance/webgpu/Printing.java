package run.radicchio.conformance.webgpu;

import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitWorld;

/** What groups import besides {@code wasi:webgpu}. */
@WitWorld
public interface Printing {
  /** Takes a line of the results. */
  void print(@WitName("s") String line);
}
