package run.radicchio.cli;

import java.io.PrintWriter;

/** The basics of a process: its standard output and its clock. */
final class StandardBasics implements Basics {
  private final long start = System.nanoTime();
  private final PrintWriter out;

  StandardBasics(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(String line) {
    out.println(line);
  }

  @Override
  public long now() {
    return System.nanoTime() - start;
  }
}
