package run.radicchio.cli;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitWorld;

/** What programs without WASI import to be seen and to measure time. */
@WitWorld
public interface Basics {
  /** Writes a line to standard output. */
  void print(@WitName("s") String line);

  /** Nanoseconds since some moment, which stays the same while the program runs. */
  @Unsigned long now();
}
