package run.radicchio.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what components can import, for the generators of their languages. */
@Command(name = "wit", description = "Prints what components can import, as WIT.")
final class WitCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "INTERFACE",
      description =
          "Only this interface, such as wasi:webgpu or wasi:webgpu/webgpu@0.3.0-rc.2; without,"
              + " a world that imports everything.")
  private @Nullable String name;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(name == null ? HostInterfaces.wit() : HostInterfaces.wit(name));
    out.flush();
  }
}
