package run.radicchio.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import run.radicchio.wasi.Access;
import run.radicchio.wasi.Endpoints;
import run.radicchio.wasi.Wasi;

/** What a component is given of the machine. */
final class WasiOptions {

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE|NAME",
      description = "Give the component this variable; without a value, the one of this process.")
  private List<String> variables = List.of();

  @Option(
      names = "--dir",
      paramLabel = "HOST[::GUEST][:ro]",
      converter = DirectoryConverter.class,
      description =
          "Give the component this directory, under the name GUEST if given; :ro only to read.")
  private List<Directory> directories = List.of();

  @Option(
      names = "--allow-net",
      paramLabel = "HOST[:PORT]",
      converter = EndpointsConverter.class,
      description =
          "Let the component reach this host, network (10.0.0.0/8) or * for all, on this port or"
              + " all, and look its name up.")
  private List<Endpoints> remote = List.of();

  @Option(
      names = "--allow-listen",
      paramLabel = "ADDRESS[:PORT]",
      converter = EndpointsConverter.class,
      description =
          "Let the component be reached at this address of this machine, network or * for all, on"
              + " this port or all.")
  private List<Endpoints> local = List.of();

  /** A directory for the component. */
  private record Directory(Path host, String guest, Access access) {}

  /** {@code HOST[::GUEST][:ro]}. */
  static final class DirectoryConverter implements ITypeConverter<Directory> {
    private static final String READ_ONLY = ":ro";

    @Override
    public Directory convert(String text) {
      boolean readOnly = text.endsWith(READ_ONLY);
      String names = readOnly ? text.substring(0, text.length() - READ_ONLY.length()) : text;
      int colons = names.indexOf("::");
      String host = colons < 0 ? names : names.substring(0, colons);
      String guest = colons < 0 ? names : names.substring(colons + 2);
      if (host.isEmpty() || guest.isEmpty()) {
        throw new TypeConversionException(
            "expected a directory such as data, data::/data or data::/data:ro, found `%s`"
                .formatted(text));
      }
      return new Directory(Path.of(host), guest, readOnly ? Access.READ_ONLY : Access.READ_WRITE);
    }
  }

  /** What {@link Endpoints} reads. */
  static final class EndpointsConverter implements ITypeConverter<Endpoints> {
    @Override
    public Endpoints convert(String text) {
      try {
        return Endpoints.of(text);
      } catch (IllegalArgumentException misuse) {
        throw new TypeConversionException(misuse.getMessage());
      }
    }
  }

  /**
   * WASI for a component.
   *
   * @param file what the user calls the component, whose last name is its first argument: where it
   *     lies is the host's matter
   */
  Wasi wasi(String file, List<String> arguments, StandardStreams streams) {
    Wasi.Builder builder =
        Wasi.builder()
            .arguments(Stream.concat(Stream.of(name(file)), arguments.stream()).toList())
            .environment(environment())
            .stdin(streams.in())
            .stdout(streams.out())
            .stderr(streams.err())
            .terminals(streams.terminals());
    directories.forEach(directory -> give(builder, directory));
    remote.forEach(builder::network);
    local.forEach(builder::listen);
    return builder.build();
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  private static void give(Wasi.Builder builder, Directory directory) {
    try {
      builder.directory(directory.host(), directory.guest(), directory.access());
    } catch (IllegalArgumentException | UnsupportedOperationException misuse) {
      throw Failure.misuse("--dir: " + misuse.getMessage(), misuse);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      String name = equals < 0 ? variable : variable.substring(0, equals);
      @Nullable String value =
          equals < 0 ? System.getenv(variable) : variable.substring(equals + 1);
      if (name.isEmpty() || value == null) {
        throw Failure.misuse(
            name.isEmpty()
                ? "--env: `%s` has no name; write NAME=VALUE".formatted(variable)
                : "--env: this process has no variable %s; write %s=VALUE".formatted(name, name));
      }
      environment.put(name, value);
    }
    return environment;
  }
}
