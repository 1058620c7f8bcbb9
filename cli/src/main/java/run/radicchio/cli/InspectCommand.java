package run.radicchio.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import run.radicchio.component.text.WitPrinter;

/** Shows what a component needs and what it gives. */
@Command(name = "inspect", description = "Prints the imports and exports of a component as WIT.")
final class InspectCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ArgGroup private CacheOptions cacheOptions = new CacheOptions();

  @Parameters(paramLabel = "FILE.wasm", description = "The component; - for standard input.")
  private String file;

  @Override
  public void run() {
    ComponentFile loaded = ComponentFile.load(file, cacheOptions.cache());
    spec.commandLine().getOut().print(WitPrinter.print(loaded.component().type()));
    spec.commandLine().getOut().flush();
  }
}
