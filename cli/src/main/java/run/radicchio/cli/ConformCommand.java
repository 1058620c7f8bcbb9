package run.radicchio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import run.radicchio.conformance.webgpu.ConformanceSuite;
import run.radicchio.conformance.webgpu.Coverage;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;
import run.radicchio.webgpu.dawn.library.DawnLibraryException;

/** Runs the conformance suite of {@code wasi:webgpu}. */
@Command(
    name = "conform",
    description = {
      "Runs the conformance suite of wasi:webgpu on a GPU of this machine and says which cases fail.",
      "With --verbose also how each case ends."
    })
final class ConformCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Radicchio radicchio;

  @Option(
      names = "--gpu",
      paramLabel = "NAME|software|any",
      defaultValue = "any",
      description = "The GPU to run on: a part of its name (see gpus).")
  private String gpuChoice;

  @Option(
      names = "--coverage",
      paramLabel = "FILE",
      description = "Write which functions are covered, as Markdown.")
  private @Nullable Path coverageFile;

  @ArgGroup private CacheOptions cacheOptions = new CacheOptions();

  @Parameters(arity = "0..*", paramLabel = "GROUP", description = "Groups of the suite, or all.")
  private List<String> groups = List.of();

  @Override
  public Integer call() throws IOException {
    checkGroups();
    GpuChoice choice = GpuChoice.of(gpuChoice);
    try (DawnGpu gpu = DawnGpu.open(DawnGpu.Options.defaults().withGpus(choice))) {
      String host = host(gpu, choice);
      Coverage coverage =
          new ConformanceSuite(
                  gpu,
                  new DawnEmbedder(gpu),
                  cacheOptions.cache(),
                  spec.commandLine().getOut(),
                  radicchio.verbose())
              .run(groups.isEmpty() ? ConformanceSuite.groups() : groups);
      if (coverageFile != null) {
        Files.writeString(coverageFile, coverage.markdown(host));
      }
      return coverage.totals().failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (DawnLibraryException failure) {
      throw Failure.of(failure);
    }
  }

  private void checkGroups() {
    List<String> all = ConformanceSuite.groups();
    for (String group : groups) {
      if (!all.contains(group)) {
        throw Failure.misuse(
            "there is no group %s; there is %s".formatted(group, String.join(", ", all)));
      }
    }
  }

  /** The host in words, for a page that says what it was written from. */
  private static String host(DawnGpu gpu, GpuChoice choice) throws IOException {
    AdapterDescription adapter =
        gpu.adapters().stream()
            .filter(choice::admits)
            .findFirst()
            .orElseThrow(() -> Failure.of("none of this machine's GPUs is meant by --gpu"));
    return "%s with %s; on %s through %s, driver %s"
        .formatted(
            Version.ofCommand(),
            gpu.library(),
            adapter.name(),
            adapter.backend(),
            adapter.driver());
  }
}
