package run.radicchio.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;
import run.radicchio.webgpu.dawn.library.DawnLibraryException;

/** Shows the GPUs of this machine. */
@Command(
    name = "gpus",
    description = "Shows the GPUs of this machine, those first that a component would get.")
final class GpusCommand implements Callable<Integer> {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print everything about them as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (DawnGpu gpu = DawnGpu.open(DawnGpu.Options.defaults())) {
      List<AdapterDescription> adapters = gpu.adapters();
      if (adapters.isEmpty()) {
        throw Failure.of(gpu.explainNoAdapter());
      }
      out.println(json ? GSON.toJson(AdapterJson.of(adapters)) : AdapterTable.of(adapters));
      return ExitCode.OK;
    } catch (DawnLibraryException failure) {
      throw Failure.of(failure);
    }
  }
}
