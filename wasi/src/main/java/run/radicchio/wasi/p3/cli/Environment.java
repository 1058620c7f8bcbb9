package run.radicchio.wasi.p3.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/environment}: what a command was started with. */
@WitInterface(value = "wasi:cli/environment", versions = WasiVersion.P3)
public interface Environment {

  /** A variable of the environment. */
  @Tuple
  record Variable(String name, String value) {}

  /** The environment: the same at each call. */
  List<Variable> getEnvironment();

  /** The arguments, the first of which is the command's name by custom. */
  List<String> getArguments();

  /** The directory that relative paths begin at; null where the guest decides. */
  @Nullable String getInitialCwd();
}
