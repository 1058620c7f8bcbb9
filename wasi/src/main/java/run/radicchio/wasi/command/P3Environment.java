package run.radicchio.wasi.command;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p3.cli.Environment;

/**
 * What a command of WASI 0.3 is started with.
 *
 * @param variables the environment, by names
 */
public record P3Environment(List<String> arguments, SequencedMap<String, String> variables)
    implements Environment {
  @Override
  public List<Variable> getEnvironment() {
    return variables.entrySet().stream()
        .map(entry -> new Variable(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public List<String> getArguments() {
    return arguments;
  }

  /** A directory of the host's would mean nothing to the guest. */
  @Override
  public @Nullable String getInitialCwd() {
    return null;
  }
}
