package run.radicchio.conformance.wasi;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs the tests' programs. */
@FunctionalInterface
public interface Host {
  /**
   * Runs a program to its end. An interrupt of the calling thread ends it, as a signal does a
   * process.
   *
   * @return the status that a process of it ends with
   */
  int run(Program program, InputStream in, OutputStream out, OutputStream err);

  /**
   * A program, and all that it is given.
   *
   * @param isService whether it answers requests; its address is then to be in the first line that
   *     is written to {@code out}. Else it is a command
   * @param network whether it may reach the network of this machine
   * @param root the directory that is its {@code /}; null where it is given none
   */
  record Program(
      Path component,
      boolean isService,
      boolean network,
      List<String> arguments,
      Map<String, String> environment,
      @Nullable Path root) {}
}
