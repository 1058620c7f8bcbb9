package run.radicchio.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.surface.display.Size;

/**
 * What strangers do is refused, and somebody else goes on watching meanwhile, whether the server
 * encrypts or not.
 */
@ParameterizedClass
@EnumSource
final class StrangersTest {
  private static final int PROTOCOL_ERROR = 1002;
  private static final int UNSUPPORTED_DATA = 1003;
  private static final int INVALID_DATA = 1007;
  private static final int POLICY_VIOLATION = 1008;
  private static final int TOO_LARGE = 1009;
  private static final Duration LONG = Duration.ofSeconds(30);

  /** What TLS begins with: a record of a handshake, of which there are to be 512 bytes. */
  private static final byte[] HALF_A_HANDSHAKE = {22, 3, 1, 2, 0, 1, 0, 1};

  @TempDir private static Path folder;
  private static SSLContext key;

  /** Over what they come. */
  enum Line {
    TCP("http"),
    TLS("https");

    private final String scheme;

    Line(String scheme) {
      this.scheme = scheme;
    }

    @Nullable SSLContext context() {
      return this == TLS ? key : null;
    }

    Line other() {
      return this == TLS ? TCP : TLS;
    }
  }

  private final Line line;
  private final ColorGuest program = new ColorGuest();
  private final List<Client> clients = new ArrayList<>();
  private StreamServer server;
  private String invitation;
  private Client bystander;

  StrangersTest(Line line) {
    this.line = line;
  }

  @BeforeAll
  static void makeKey() {
    key = OwnKey.in(folder);
  }

  @BeforeEach
  void someoneWatches() {
    StreamLimits limits =
        new StreamLimits(
            new StreamLimits.Clients(3, 2, 32, 1024, 200),
            new StreamLimits.Video(new Size(640, 480), 60, 100_000, 4_000_000),
            new StreamLimits.Times(
                Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMillis(100)));
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        new StreamServer(
            program,
            new StreamServer.Options(
                anywhere,
                line.context(),
                List.of("https://friend.example"),
                limits,
                WhenAlone.PAUSE,
                line -> {}));
    assertTrue(server.invitation().startsWith(origin() + "/#invite="), server.invitation());
    invitation = server.invitation().replaceFirst(".*#invite=", "");
    bystander = watching(session());
  }

  /** The test is that it gets pictures still, after all. */
  @AfterEach
  void theyGoOnWatching() {
    try {
      int before = bystander.pictures();
      Client.await(() -> bystander.pictures() > before + 3);
      assertFalse(bystander.isClosed());
    } finally {
      clients.forEach(Client::close);
      server.close();
    }
  }

  private Client client() {
    return client(line);
  }

  private Client client(Line over) {
    Client client = new Client(server.port(), over.context());
    clients.add(client);
    return client;
  }

  private String host() {
    return "127.0.0.1:" + server.port();
  }

  private String origin() {
    return line.scheme + "://" + host();
  }

  private String asked(String said, String from) {
    return client().request(Client.invitation(server.port(), said, from));
  }

  private String session() {
    String answer = asked(invitation, origin());
    assertEquals("201", answer.substring(0, 3), answer);
    return answer.substring(4);
  }

  private Client connected(String token) {
    Client client = client();
    assertEquals("101 ", client.request(Client.upgrade(host(), origin(), token)));
    client.listen();
    return client;
  }

  private Client watching(String token) {
    Client client = connected(token);
    client.hello();
    Client.await(() -> client.pictures() > 0);
    return client;
  }

  private void assertRefused(String status, String answer) {
    assertEquals(status, answer.substring(0, 3), answer);
  }

  @Test
  void oneSessionWithoutTheInvitation() {
    assertRefused("403", asked("", origin()));
    assertRefused("403", asked("x".repeat(invitation.length()), origin()));
    assertRefused("403", asked(invitation + "x", origin()));
  }

  @Test
  void aSessionForAnotherOrigin() {
    assertRefused("403", asked(invitation, "http://evil.example"));
    assertRefused("403", asked(invitation, "null"));
    assertRefused("403", asked(invitation, line.other().scheme + "://" + host()));
    assertRefused("201", asked(invitation, "https://friend.example"));
  }

  @Test
  void aSessionThatIsNot() {
    assertRefused("403", client().request(Client.upgrade(host(), origin(), "x".repeat(32))));
    assertRefused("400", client().request(Client.upgrade(host(), origin(), "a, b, c")));
    assertRefused("403", client().request(Client.upgrade(host(), origin(), invitation)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1", "http://localhost:1"})
  void aWebSocketOfAnotherOrigin(String origin) {
    assertRefused("403", client().request(Client.upgrade(host(), origin, session())));
  }

  @Test
  void anotherHost() {
    String evil = "evil.example:" + server.port();
    String itsOrigin = line.scheme + "://" + evil;
    assertRefused("421", client().request(Client.upgrade(evil, itsOrigin, session())));
    assertRefused("421", client().request("GET / HTTP/1.1", "Host: " + evil));
    assertRefused("421", client().request("GET /page.js HTTP/1.1", "Host: 127.0.0.1.evil.example"));
    assertRefused("200", client().request("GET / HTTP/1.1", "Host: friend.example"));
    assertRefused("200", client().request("GET / HTTP/1.1", "Host: LOCALHOST:1"));
  }

  @Test
  void morePathsThanThereAre() {
    for (String path :
        List.of("/../../etc/passwd", "/page/index.html", "/sessions", "/page.html")) {
      String answer = client().request("GET " + path + " HTTP/1.1", "Host: " + host());
      assertTrue(answer.startsWith("40"), path + ": " + answer);
    }
  }

  @Test
  void moreSessionsThanThereCanBe() {
    watching(session());
    watching(session());
    assertRefused("503", asked(invitation, origin()));
  }

  @Test
  void sessionsThatNobodyWatchesEndForOthers() {
    session();
    Client left = watching(session());
    left.close();
    Client.await(() -> asked(invitation, origin()).startsWith("201"));
  }

  @Test
  void moreViewersThanThereCanBe() {
    String token = session();
    watching(token);
    watching(token);
    Client third = connected(token);
    third.hello();
    assertEquals(POLICY_VIOLATION, third.awaitClose());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{} {}",
        "{\"type\": \"ack\"}",
        "{\"type\": \"ack\", \"sequence\": -1, \"decode\": 1}",
        "{\"type\": \"ack\", \"sequence\": 1e400, \"decode\": 1}",
        "{\"type\": \"ack\", \"sequence\": 1, \"decode\": 1, \"more\": 1}",
        "{\"type\": \"eval\", \"surface\": 0, \"input\": 1}",
        "{\"type\": \"resize\", \"surface\": 0, \"input\": 1, \"width\": 99999, \"height\": 1}",
        "{\"type\": \"pointer-down\", \"surface\": 0, \"input\": 1, \"x\": NaN, \"y\": 1}",
        "{\"type\": \"key-down\", \"surface\": -1, \"input\": 1}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void messagesThatAreNone(String message) {
    Client client = watching(session());
    client.say(message);
    assertEquals(INVALID_DATA, client.awaitClose());
  }

  @Test
  void messagesThatComeAtTheWrongTime() {
    Client early = connected(session());
    early.say("{\"type\": \"refresh\", \"surface\": 0}");
    assertEquals(POLICY_VIOLATION, early.awaitClose());
    Client again = watching(session());
    again.hello();
    assertEquals(POLICY_VIOLATION, again.awaitClose());
  }

  @Test
  void messagesThatAreTooLarge() {
    Client client = watching(session());
    client.say("x".repeat(1025));
    assertEquals(TOO_LARGE, client.awaitClose());
  }

  @Test
  void lengthsThatAreTooLarge() {
    Client client = watching(session());
    byte[] head = {(byte) 0x81, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1};
    client.write(head);
    assertEquals(TOO_LARGE, client.awaitClose());
    Client negative = watching(session());
    head[2] = (byte) 0xFF;
    negative.write(head);
    assertEquals(PROTOCOL_ERROR, negative.awaitClose());
  }

  @Test
  void messagesInTooManyPieces() {
    Client client = watching(session());
    client.write(Client.frame(Client.TEXT, 0x80, new byte[600]));
    client.write(Client.frame(0, 0x80, new byte[600]));
    assertEquals(TOO_LARGE, client.awaitClose());
  }

  @Test
  void framesThatAreNone() {
    byte[] nothing = new byte[0];
    String token = session();
    assertEquals(PROTOCOL_ERROR, codeFor(token, Client.frame(0x81, 0, nothing)), "unmasked");
    assertEquals(PROTOCOL_ERROR, codeFor(token, Client.frame(0xC1, 0x80, nothing)), "reserved bit");
    assertEquals(
        PROTOCOL_ERROR, codeFor(token, Client.frame(0x83, 0x80, nothing)), "unknown opcode");
    assertEquals(PROTOCOL_ERROR, codeFor(token, Client.frame(0x80, 0x80, nothing)), "no beginning");
    assertEquals(
        PROTOCOL_ERROR, codeFor(token, Client.frame(0x09, 0x80, nothing)), "ping in pieces");
    assertEquals(
        PROTOCOL_ERROR, codeFor(token, Client.frame(0x89, 0x80, new byte[126])), "long ping");
    assertEquals(UNSUPPORTED_DATA, codeFor(token, Client.frame(0x82, 0x80, nothing)), "binary");
    assertEquals(
        INVALID_DATA, codeFor(token, Client.frame(0x81, 0x80, new byte[] {-1})), "no UTF-8");
  }

  private int codeFor(String token, byte[] frame) {
    try (Client client = connected(token)) {
      client.write(frame);
      return client.awaitClose();
    }
  }

  @Test
  void floodsOfMessages() {
    Client client = watching(session());
    assertEquals(POLICY_VIOLATION, flood(client, Client.TEXT, ack()));
  }

  @Test
  void floodsOfPings() {
    Client client = watching(session());
    assertTrue(List.of(POLICY_VIOLATION, -1).contains(flood(client, Client.PING, new byte[100])));
  }

  private static byte[] ack() {
    return "{\"type\": \"ack\", \"sequence\": 1, \"decode\": 1}".getBytes(StandardCharsets.UTF_8);
  }

  private static int flood(Client client, int opcode, byte[] payload) {
    try {
      while (!client.isClosed()) {
        client.send(opcode, payload);
      }
    } catch (UncheckedIOException gone) {
      // It is closed.
    }
    return client.awaitClose();
  }

  @Test
  void keysHeldDownForLongAreNoFlood() {
    Client client = watching(session());
    for (int i = 1; i < 300; i++) {
      client.say("{\"type\": \"key-down\", \"surface\": 0, \"input\": %d}".formatted(i));
    }
    int before = client.pictures();
    Client.await(() -> client.pictures() > before + 3);
    assertFalse(client.isClosed());
  }

  @Test
  void connectionsThatSayNothing() {
    assertTrue(client(Line.TCP).awaitEnd(LONG));
    Client polite = client();
    polite.shakeHands();
    assertTrue(polite.awaitEnd(LONG));
  }

  @Test
  void requestsThatNeverEnd() throws InterruptedException {
    assertDripEnds(client(), "GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void handshakesThatNeverEnd() throws InterruptedException {
    assertDripEnds(client(Line.TCP), HALF_A_HANDSHAKE);
  }

  @Test
  void clientsThatEncryptWhereNobodyDoesAndTheReverse() {
    // More than can be connected at a time: they leave room for others.
    for (int i = 0; i < 40; i++) {
      try (Client client = client(line.other())) {
        assertThrows(
            UncheckedIOException.class, () -> client.request("GET / HTTP/1.1", "Host: " + host()));
      }
    }
    assertRefused("200", client().request("GET / HTTP/1.1", "Host: " + host()));
  }

  private static void assertDripEnds(Client client, byte[] first) throws InterruptedException {
    client.write(first);
    Thread drip =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    while (true) {
                      client.write(new byte[] {'x'});
                      Thread.sleep(100);
                    }
                  } catch (UncheckedIOException | InterruptedException end) {
                    // The server does not listen any more.
                  }
                });
    assertTrue(client.awaitEnd(LONG));
    drip.interrupt();
    drip.join();
  }

  @Test
  void headersWithoutEnd() {
    Client client = client();
    try {
      for (int i = 0; i < 10_000; i++) {
        client.write(
            ("GET / HTTP/1.1\r\nX: " + "x".repeat(1000)).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (UncheckedIOException refused) {
      // As it should be.
    }
    assertTrue(client.awaitEnd(LONG));
  }

  @Test
  void webSocketsThatSayNothing() {
    assertTrue(connected(session()).awaitClose() < 0);
  }

  @Test
  void viewersThatAreGoneWithoutAWord() {
    Client client = client();
    assertEquals("101 ", client.request(Client.upgrade(host(), origin(), session())));
    client.hello();
    // It neither reads nor writes from now on, nor answers pings.
    assertTrue(awaitGone());
  }

  /** Whether the last session's program is not asked to draw any more. */
  private boolean awaitGone() {
    Client.await(() -> program.guests().size() == 2);
    ColorGuest.Guest guest = program.guests().getLast();
    Client.await(() -> guest.frames() > 0);
    long end = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < end) {
      int before = guest.frames();
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      if (guest.frames() == before) {
        return true;
      }
    }
    return false;
  }

  @Test
  void viewersThatShowNothing() {
    Client client = connected(session());
    client.stopAcknowledging();
    client.hello();
    assertTrue(client.awaitClose() < 0);
    assertTrue(client.pictures() < 30, client.pictures() + " pictures");
  }

  @Test
  void moreConnectionsThanThereCanBe() {
    for (int i = 0; i < 100; i++) {
      client();
    }
    // Others come in turn once those are given up.
    assertRefused("200", client().request("GET / HTTP/1.1", "Host: " + host()));
  }

  @Test
  void watchersDoNotSteer() {
    String token = session();
    Client steering = watching(token);
    Client watcher = watching(token);
    Client.await(() -> program.guests().size() == 2);
    ColorGuest.Guest guest = program.guests().getLast();
    watcher.say("{\"type\": \"key-down\", \"surface\": 0, \"input\": 1}");
    watcher.send(Client.PING, new byte[0]);
    Client.await(() -> watcher.pongs() == 1);
    assertEquals(0, guest.color());
    steering.say("{\"type\": \"key-down\", \"surface\": 0, \"input\": 1}");
    Client.await(() -> guest.color() == 1);
    steering.close();
    Client.await(() -> hasSteering(watcher));
    watcher.say("{\"type\": \"key-down\", \"surface\": 0, \"input\": 2}");
    Client.await(() -> guest.color() == 2);
  }

  private static boolean hasSteering(Client client) {
    return client.texts().stream().anyMatch(text -> text.contains("\"steers\":true"));
  }

  @Test
  void sizesAreBounded() {
    Client client = watching(session());
    ColorGuest.Guest guest = program.guests().getLast();
    client.say(
        "{\"type\": \"resize\", \"surface\": 0, \"input\": 1, \"width\": 8192, \"height\": 8192}");
    Client.await(() -> guest.sizes().contains(new Size(640, 480)));
  }
}
