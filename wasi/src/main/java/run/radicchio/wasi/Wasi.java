package run.radicchio.wasi;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Result;
import run.radicchio.component.Trap;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.client.JdkClient;
import run.radicchio.wasi.command.P2Environment;
import run.radicchio.wasi.command.P2StandardStreams;
import run.radicchio.wasi.command.P2Terminals;
import run.radicchio.wasi.command.P3Environment;
import run.radicchio.wasi.command.P3Stderr;
import run.radicchio.wasi.command.P3Stdin;
import run.radicchio.wasi.command.P3Stdout;
import run.radicchio.wasi.command.P3Terminals;
import run.radicchio.wasi.command.ProcessExit;
import run.radicchio.wasi.command.StandardStreams;
import run.radicchio.wasi.files.GivenDirectory;
import run.radicchio.wasi.files.P2Filesystem;
import run.radicchio.wasi.files.P3Filesystem;
import run.radicchio.wasi.files.Sandbox;
import run.radicchio.wasi.messages.Client;
import run.radicchio.wasi.messages.P2Http;
import run.radicchio.wasi.messages.P3Http;
import run.radicchio.wasi.network.HttpDestinations;
import run.radicchio.wasi.network.P2Network;
import run.radicchio.wasi.network.P3Network;
import run.radicchio.wasi.network.Permissions;
import run.radicchio.wasi.network.SharedNetwork;
import run.radicchio.wasi.poll.P2Poll;
import run.radicchio.wasi.random.P2Random;
import run.radicchio.wasi.random.P3Random;
import run.radicchio.wasi.random.RandomSource;
import run.radicchio.wasi.time.P2MonotonicClock;
import run.radicchio.wasi.time.P2WallClock;
import run.radicchio.wasi.time.P3MonotonicClock;
import run.radicchio.wasi.time.P3SystemClock;

/**
 * WASI 0.2 and 0.3 for guests, and what they may reach by it: clocks, random numbers and the
 * standard streams that they are given. All else is for the host to give, and a guest that was not
 * given it cannot name it: there are no arguments, no environment, no files and no network.
 *
 * {@snippet :
 * Wasi wasi =
 *     Wasi.builder()
 *         .arguments(List.of("count", "/data/words.txt"))
 *         .directory(Path.of("texts"), "/data", Access.READ_ONLY)
 *         .inheritStandardStreams()
 *         .build();
 * try (Instance instance = wasi.addTo(new Linker()).instantiate(component)) {
 *   int status = wasi.run(instance);
 * }
 * }
 *
 * <p>Immutable, but for where the standard streams are. Guests that are given the same object share
 * these. Safe for use by several threads.
 */
public final class Wasi {
  private static final String RUN = "wasi:cli/run@0.";
  private static final int SECRET_BYTES = 32;

  private final StandardStreams streams;
  private final List<Object> interfaces;

  private Wasi(Builder given) {
    this.streams = StandardStreams.of(given.in, given.out, given.err, given.terminals);
    this.interfaces = interfaces(given, streams);
  }

  private static List<Object> interfaces(Builder given, StandardStreams streams) {
    List<String> arguments = List.copyOf(given.arguments);
    SequencedMap<String, String> environment =
        Collections.unmodifiableSequencedMap(new LinkedHashMap<>(given.environment));
    RandomSource random = RandomSource.of(given.random);
    List<GivenDirectory> directories = List.copyOf(given.directories);
    Sandbox sandbox = new Sandbox(random.bytes(SECRET_BYTES));
    Permissions permissions = new Permissions(given.remote, given.local);
    SharedNetwork network = new SharedNetwork(permissions);
    Client client = new JdkClient(new HttpDestinations(permissions), given.tls);
    return List.of(
        new ProcessExit(),
        new P2Poll(),
        new P2Environment(arguments, environment),
        new P2StandardStreams(streams),
        new P2Terminals(streams.terminals()),
        new P2MonotonicClock(given.ticker),
        new P2WallClock(given.clock),
        new P2Random(random),
        new P2Filesystem(sandbox, directories),
        new P2Network(network),
        new P3Environment(arguments, environment),
        new P3Types(),
        new P3Stdin(streams.in()),
        new P3Stdout(streams.out()),
        new P3Stderr(streams.err()),
        new P3Terminals(streams.terminals()),
        new P3MonotonicClock(given.ticker),
        new P3SystemClock(given.clock),
        new P3Random(random),
        new P3Filesystem(sandbox, directories),
        new P3Network(network),
        new P2Http(client),
        new P3Http(client));
  }

  /** The interfaces that only declare types. */
  private static final class P3Types
      implements run.radicchio.wasi.p3.cli.Types, run.radicchio.wasi.p3.clocks.Types {}

  /** Nothing but what every guest has, and empty standard streams. */
  public static Builder builder() {
    return new Builder();
  }

  /** The interfaces that components can import, those of the newest version first. */
  public static List<Class<?>> interfaces() {
    return builder().build().interfaces.stream()
        .<Class<?>>flatMap(implementation -> Stream.of(implementation.getClass().getInterfaces()))
        .sorted(Comparator.comparing(Wasi::version).reversed())
        .toList();
  }

  private static String version(Class<?> java) {
    return java.getAnnotation(WitInterface.class).versions()[0];
  }

  /** Offers all interfaces to components. */
  public Linker addTo(Linker linker) {
    interfaces.forEach(linker::add);
    return linker;
  }

  /**
   * Runs a command to its end, and waits until what it wrote to the standard streams is written.
   *
   * @param command an instance of a component that exports {@code wasi:cli/run}, of whichever
   *     version
   * @return the status that it ended with: 0 where all was well, 1 where it says that it failed, or
   *     what it exited with
   * @throws IllegalArgumentException if it is no command
   * @throws Trap if it traps, or the calling thread is interrupted
   */
  public int run(Instance command) {
    ExportedFunction run =
        command.functions().values().stream()
            .filter(function -> function.name().startsWith(RUN))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the component is no command, since it exports no wasi:cli/run; it exports "
                            + String.join(", ", command.functions().keySet())));
    try {
      return run.call() instanceof Result.Err ? 1 : 0;
    } catch (Trap trap) {
      return ExitException.of(trap).orElseThrow(() -> trap).status();
    } finally {
      flush();
    }
  }

  /**
   * Waits until what guests wrote to the standard streams is written, or the thread is interrupted,
   * which it then is still.
   */
  public void flush() {
    try {
      streams.awaitIdle();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says what guests are given. */
  public static final class Builder {
    private List<String> arguments = List.of();
    private final SequencedMap<String, String> environment = new LinkedHashMap<>();
    private final List<GivenDirectory> directories = new ArrayList<>();
    private final List<Endpoints> remote = new ArrayList<>();
    private final List<Endpoints> local = new ArrayList<>();
    private InputStream in = new ByteArrayInputStream(new byte[0]);
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private final Set<StandardStream> terminals = EnumSet.noneOf(StandardStream.class);
    private InstantSource clock = InstantSource.system();
    private Ticker ticker = Ticker.system();
    private @Nullable SSLContext tls;
    private RandomGenerator random = new SecureRandom();

    private Builder() {}

    /** The arguments, the first of which is the command's name by custom. None unless given. */
    public Builder arguments(List<String> given) {
      arguments = given.stream().map(text -> checked("an argument", text)).toList();
      return this;
    }

    /**
     * Variables of the environment, besides those given before. None unless given.
     *
     * @throws IllegalArgumentException if a name is empty or has {@code =}, or anything has a NUL
     */
    public Builder environment(Map<String, String> given) {
      given.forEach(
          (name, value) -> {
            if (name.isEmpty() || name.contains("=")) {
              throw new IllegalArgumentException(
                  "`%s` is no name of an environment variable".formatted(name));
            }
            environment.put(
                checked("a name in the environment", name),
                checked("a value in the environment", value));
          });
      return this;
    }

    private static String checked(String what, String text) {
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            what + " has a NUL, which programs cannot take: " + text);
      }
      return text;
    }

    /**
     * A directory with all below it, besides those given before. None unless given. Guests reach
     * nothing outside of it, whatever links are in it.
     *
     * @param host where it is
     * @param guest what guests call it, such as {@code /data}, or {@code .} for where they begin
     * @throws IllegalArgumentException if it is not there, or is no directory
     * @throws UnsupportedOperationException if the system is none on which this is safe: it is on
     *     Linux
     */
    public Builder directory(Path host, String guest, Access access) {
      directories.add(new GivenDirectory(host, checked("a directory's name", guest), access));
      return this;
    }

    /**
     * Others that guests may connect to, make requests of HTTP of, send datagrams to and look up
     * the names of, besides those given before. None unless given. Guests that may do so can have a
     * socket on any free port, and get the datagrams that these others send to it.
     */
    public Builder network(Endpoints others) {
      remote.add(others);
      return this;
    }

    /** Which of those others requests by {@code https} trust: whom Java trusts, unless given. */
    public Builder tls(SSLContext given) {
      tls = given;
      return this;
    }

    /**
     * Addresses and ports of this machine where guests may be reached by anybody, besides those
     * given before; names mean none. None unless given.
     */
    public Builder listen(Endpoints here) {
      local.add(here);
      return this;
    }

    /** Standard input; read by a thread of its own, once a guest reads. Empty unless given. */
    public Builder stdin(InputStream given) {
      in = given;
      return this;
    }

    /** Standard output. Nowhere unless given. */
    public Builder stdout(OutputStream given) {
      out = given;
      return this;
    }

    /** Standard error. Nowhere unless given. */
    public Builder stderr(OutputStream given) {
      err = given;
      return this;
    }

    /** The standard streams of this process. */
    public Builder inheritStandardStreams() {
      return stdin(System.in)
          .stdout(new FileOutputStream(FileDescriptor.out))
          .stderr(new FileOutputStream(FileDescriptor.err));
    }

    /** Which standard streams guests are told to be terminals. None unless given. */
    public Builder terminals(Set<StandardStream> given) {
      terminals.addAll(given);
      return this;
    }

    /** What gives the date and time; the machine's unless given. */
    public Builder clock(InstantSource given) {
      clock = given;
      return this;
    }

    /** What guests measure time and wait with; the machine's unless given. */
    public Builder ticker(Ticker given) {
      ticker = given;
      return this;
    }

    /**
     * Where all random numbers come from, safe for use by several threads; a cryptographically
     * strong source unless given. Another is for tests only: guests make keys of it.
     */
    public Builder random(RandomGenerator given) {
      random = given;
      return this;
    }

    /** All of that. */
    public Wasi build() {
      return new Wasi(this);
    }
  }
}
