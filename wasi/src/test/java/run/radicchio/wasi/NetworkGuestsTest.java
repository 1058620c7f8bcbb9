package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;
import run.radicchio.component.Trap;

/** Guests that do the same on the network by WASI 0.2 and by 0.3. */
class NetworkGuestsTest {
  private enum Version {
    P2,
    P3
  }

  private static final Map<Version, Component> GUESTS =
      new EnumMap<>(
          Map.of(Version.P2, Ended.guest("network-p2"), Version.P3, Ended.guest("network-p3")));

  private static Wasi.Builder everything() {
    return Wasi.builder().network(Endpoints.of("*")).listen(Endpoints.of("*"));
  }

  private static Ended run(Version version, Wasi.Builder given, String... words) {
    return Ended.of(GUESTS.get(version), given, words);
  }

  /** A guest that runs beside the test, and says on which port. */
  private record Serving(int port, Future<Integer> status) {
    static Serving begin(Version version, Wasi.Builder given, String... words) throws IOException {
      PipedInputStream in = new PipedInputStream();
      List<String> arguments = new ArrayList<>(List.of("network"));
      arguments.addAll(List.of(words));
      Wasi wasi = given.arguments(arguments).stdout(new PipedOutputStream(in)).build();
      CompletableFuture<Integer> status = new CompletableFuture<>();
      Thread.startVirtualThread(() -> status.complete(run(wasi, version)));
      BufferedReader out = new BufferedReader(new InputStreamReader(in, UTF_8));
      return new Serving(Integer.parseInt(out.readLine()), status);
    }

    private static int run(Wasi wasi, Version version) {
      try (Instance instance = wasi.addTo(new Linker()).instantiate(GUESTS.get(version))) {
        return wasi.run(instance);
      } catch (Trap trap) {
        return -1;
      }
    }
  }

  private static String there(int port) {
    return "127.0.0.1:" + port;
  }

  @ParameterizedTest
  @EnumSource
  void serves(Version version) throws Exception {
    Serving serving = Serving.begin(version, everything(), "serve", "127.0.0.1:0", "3");
    for (String text : List.of("one", "", "three".repeat(100_000))) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), serving.port())) {
        CompletableFuture<Void> sent =
            CompletableFuture.runAsync(() -> sendAll(socket, text.getBytes(UTF_8)));
        assertEquals(text, new String(socket.getInputStream().readAllBytes(), UTF_8));
        sent.get();
      }
    }
    assertEquals(0, serving.status().get());
  }

  private static void sendAll(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sends(Version version) throws Exception {
    Serving serving = Serving.begin(version, everything(), "serve", "[::1]:0", "2");
    for (String text : List.of("hello", "")) {
      run(version, everything(), "send", "[::1]:" + serving.port(), text).printed(text);
    }
    assertEquals(0, serving.status().get());
  }

  @ParameterizedTest
  @EnumSource
  void sendsAndServesDatagrams(Version version) throws Exception {
    Serving serving = Serving.begin(version, everything(), "serve-datagrams", "127.0.0.1:0", "2");
    for (String text : List.of("hello", "again")) {
      run(version, everything(), "send-datagram", there(serving.port()), text).printed(text);
    }
    assertEquals(0, serving.status().get());
  }

  @ParameterizedTest
  @EnumSource
  void looksNamesUp(Version version) {
    Ended found =
        run(version, Wasi.builder().network(Endpoints.of("localhost")), "resolve", "localhost");
    assertTrue(found.out().contains("127.0.0.1\n"), found.out());
    run(version, everything(), "resolve", "192.0.2.1").printed("192.0.2.1\n");
    refused(version, everything(), "NameUnresolvable", "resolve", "radicchio.invalid");
    refused(version, everything(), "InvalidArgument", "resolve", "a b");
  }

  /** Rust shows the same error in two ways. */
  private static void refused(Version version, Wasi.Builder given, String why, String... words) {
    Ended ended = run(version, given, words);
    assertEquals(1, ended.status());
    String said = ended.err().replace("-", "").toLowerCase(Locale.ROOT);
    assertTrue(said.contains(why.toLowerCase(Locale.ROOT)), said);
  }

  @ParameterizedTest
  @EnumSource
  void reachNothingUnlessItIsGiven(Version version) {
    String denied = "AccessDenied";
    refused(version, Wasi.builder(), denied, "send", "127.0.0.1:9", "x");
    refused(version, Wasi.builder(), denied, "serve", "127.0.0.1:0", "1");
    refused(version, Wasi.builder(), denied, "send-datagram", "127.0.0.1:9", "x");
    refused(version, Wasi.builder(), denied, "serve-datagrams", "127.0.0.1:0", "1");
    refused(version, Wasi.builder(), denied, "resolve", "localhost");
    Wasi.Builder other =
        Wasi.builder().network(Endpoints.of("127.0.0.2")).listen(Endpoints.of("::1"));
    refused(version, other, denied, "send", "127.0.0.1:9", "x");
    refused(version, other, denied, "serve", "127.0.0.1:0", "1");
    refused(version, other, denied, "resolve", "localhost");
    refused(version, everything(), "InvalidArgument", "send", "[::ffff:127.0.0.1]:9", "x");
  }

  /** A peer that takes nothing holds the guest up, and not more than it has sent. */
  @ParameterizedTest
  @EnumSource
  void isHeldUpByASlowPeer(Version version) throws Exception {
    int much = 20_000_000;
    try (ServerSocket server = listening()) {
      Future<Ended> guest =
          inBackground(
              () -> run(version, everything(), "pour", there(server.getLocalPort()), "" + much));
      try (Socket socket = server.accept()) {
        Thread.sleep(50);
        long count = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertEquals(much, count);
        sendAll(socket, "all".getBytes(UTF_8));
      }
      guest.get().printed("all");
    }
  }

  /** Where the guest is stopped, nothing of it is left: the peer sees that. */
  @ParameterizedTest
  @EnumSource
  void endsWithItsGuest(Version version) throws Exception {
    try (ServerSocket server = listening()) {
      stopped(version, server, "send", ".");
      stopped(version, server, "pour", "100000000");
    }
  }

  private static void stopped(Version version, ServerSocket server, String... words)
      throws Exception {
    List<String> arguments = List.of("network", words[0], there(server.getLocalPort()), words[1]);
    Wasi wasi = everything().arguments(arguments).build();
    Instance instance = wasi.addTo(new Linker()).instantiate(GUESTS.get(version));
    Future<Trap> trap = inBackground(() -> assertThrows(Trap.class, () -> wasi.run(instance)));
    try (Socket socket = server.accept()) {
      assertEquals('.', socket.getInputStream().read());
      instance.close();
      readToTheEnd(socket);
      assertEquals(Trap.Kind.CLOSED, trap.get().kind());
    }
  }

  private static void readToTheEnd(Socket socket) throws IOException {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (SocketException reset) {
      assertTrue(reset.getMessage().contains("reset"), reset.getMessage());
    }
  }

  /** They park: a thousand of them need a thousand threads of nobody but Java. */
  @ParameterizedTest
  @EnumSource
  void aThousandWaitAtOnce(Version version) throws Exception {
    int count = 1000;
    Wasi wasi;
    try (ServerSocket server = listening();
        ExecutorService guests = Executors.newVirtualThreadPerTaskExecutor()) {
      wasi =
          everything()
              .arguments(List.of("network", "send", there(server.getLocalPort()), "x"))
              .build();
      LinkedComponent linked = wasi.addTo(new Linker()).link(GUESTS.get(version));
      List<Future<Integer>> statuses = new ArrayList<>();
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        statuses.add(
            guests.submit(
                () -> {
                  try (Instance instance = linked.instantiate()) {
                    return wasi.run(instance);
                  }
                }));
      }
      for (int i = 0; i < count; i++) {
        Socket socket = server.accept();
        assertEquals('x', socket.getInputStream().read());
        sockets.add(socket);
      }
      long threads =
          Thread.getAllStackTraces().keySet().stream().filter(it -> !it.isVirtual()).count();
      assertTrue(threads < 100, () -> threads + " threads of the system");
      for (Socket socket : sockets) {
        socket.close();
      }
      for (Future<Integer> status : statuses) {
        assertEquals(0, status.get());
      }
    }
  }

  private static ServerSocket listening() throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2000);
    return server;
  }

  private static <T> Future<T> inBackground(Callable<T> work) {
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    Future<T> future = executor.submit(work);
    executor.shutdown();
    return future;
  }
}
