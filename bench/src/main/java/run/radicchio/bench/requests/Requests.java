package run.radicchio.bench.requests;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import run.radicchio.bench.JavaCommand;

/** Measures requests in rounds, of each server in turn, and prints how many a second there were. */
final class Requests {
  private static final List<String> GUESTS = List.of("http-p2", "http-p3");

  /** How many requests an instance answers where it answers more than one. */
  private static final int REUSE = 128;

  /** How many times as many requests there are as in a round before that counts. */
  private static final int REHEARSALS = 4;

  private Requests() {}

  /**
   * Measures, from within {@code bench/}.
   *
   * @param arguments {@code [--rounds N] [--requests N] [--connections N]}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    int rounds = option("--rounds", 5, rest);
    int requests = option("--requests", 30_000, rest);
    int connections = option("--connections", 8, rest);
    if (!rest.isEmpty()) {
      fail("expected [--rounds N] [--requests N] [--connections N], found " + rest);
    }
    try {
      LoadGenerator load = LoadGenerator.find(System.getenv("PATH"), requests, connections);
      measure(load, rounds).lines().forEach(System.out::println);
    } catch (IOException failure) {
      fail(failure.getMessage());
    }
  }

  private static int option(String name, int usual, Deque<String> arguments) {
    return name.equals(arguments.peek()) && arguments.remove(name)
        ? Integer.parseInt(arguments.remove())
        : usual;
  }

  private static void fail(String why) {
    System.err.println("bench/serve: " + why);
    System.exit(1);
  }

  private static Rates measure(LoadGenerator load, int rounds)
      throws IOException, InterruptedException {
    Rates rates = new Rates();
    List<ServerProcess> servers = new ArrayList<>();
    try {
      start(servers);
      System.err.println("rehearsal");
      for (ServerProcess server : servers) {
        load.times(REHEARSALS).ask(hello(server), BareServer.TEXT);
      }
      for (int round = 1; round <= rounds; round++) {
        System.err.printf("round %d of %d%n", round, rounds);
        for (ServerProcess server : servers) {
          rates.add(server.name(), load.ask(hello(server), BareServer.TEXT));
        }
      }
    } finally {
      servers.forEach(ServerProcess::close);
    }
    return rates;
  }

  private static URI hello(ServerProcess server) {
    return server.root().resolve("/hello");
  }

  private static void start(List<ServerProcess> servers) throws IOException {
    servers.add(ServerProcess.start("bare", JavaCommand.of(BareServer.class, List.of())));
    for (String guest : GUESTS) {
      servers.add(ServerProcess.start(guest, command(guest, 1)));
      servers.add(ServerProcess.start(guest + " reused", command(guest, REUSE)));
    }
  }

  private static List<String> command(String guest, int reuse) {
    return List.of(
        "../radicchio",
        "serve",
        "--addr",
        "127.0.0.1:0",
        "--reuse",
        String.valueOf(reuse),
        "../wasi/guests/" + guest + ".wasm");
  }
}
