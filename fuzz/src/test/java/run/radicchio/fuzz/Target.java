package run.radicchio.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * What is fuzzed.
 *
 * @param name that of the folders for what is found
 * @param type whose {@code fuzzerTestOneInput} Jazzer calls
 * @param call the same method
 * @param seeds inputs to start from
 */
record Target(String name, Class<?> type, Call call, Seeds seeds) {
  static final List<Target> ALL =
      List.of(
          new Target(
              "components",
              ComponentTarget.class,
              ComponentTarget::fuzzerTestOneInput,
              ComponentTarget::seeds),
          new Target(
              "modules", ModuleTarget.class, ModuleTarget::fuzzerTestOneInput, ModuleTarget::seeds),
          new Target(
              "assembled",
              AssembledTarget.class,
              AssembledTarget::fuzzerTestOneInput,
              AssembledTarget::seeds),
          new Target("waves", WaveTarget.class, WaveTarget::fuzzerTestOneInput, WaveTarget::seeds),
          new Target(
              "frames", FrameTarget.class, FrameTarget::fuzzerTestOneInput, FrameTarget::seeds),
          new Target("pages", PageTarget.class, PageTarget::fuzzerTestOneInput, PageTarget::seeds),
          new Target(
              "scripts",
              ScriptTarget.class,
              ScriptTarget::fuzzerTestOneInput,
              ScriptTarget::seeds));

  /** Takes an input; what it throws is a finding. */
  interface Call {
    void with(byte[] bytes) throws IOException;
  }

  /** Inputs. */
  interface Seeds {
    List<byte[]> all() throws IOException;
  }

  /** The one of that name. */
  static Target of(String name) {
    return ALL.stream().filter(target -> target.name.equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
