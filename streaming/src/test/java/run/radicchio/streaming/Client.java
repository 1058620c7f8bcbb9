package run.radicchio.streaming;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A viewer without a browser, which does what it must, or what it must not. */
final class Client implements AutoCloseable {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  /** A server that says nothing for longer than this has failed. */
  private static final int MOST_SILENCE_MILLIS = 30_000;

  private final Socket socket;
  private final DataInputStream in;
  private final AtomicInteger pictures = new AtomicInteger();
  private final AtomicInteger pongs = new AtomicInteger();
  private final List<String> texts = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private volatile boolean acknowledges = true;

  /**
   * A connection that has said nothing yet.
   *
   * @param tls encrypts, from the first word on; null where nothing is encrypted
   */
  Client(int port, @Nullable SSLContext tls) {
    try {
      SocketFactory sockets = tls == null ? SocketFactory.getDefault() : tls.getSocketFactory();
      socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(MOST_SILENCE_MILLIS);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says how it encrypts, if it does, and nothing else. */
  void shakeHands() {
    if (socket instanceof SSLSocket encrypted) {
      try {
        encrypted.startHandshake();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Sends a request of these lines, and returns the status and the body of the answer. */
  String request(String... lines) {
    write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    try {
      String status = line();
      int length = 0;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      return status.substring(9, 12)
          + " "
          + new String(in.readNBytes(length), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server has closed the connection");
      } else if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** What a page asks for a session with. */
  static String[] invitation(int port, String key, String origin) {
    return new String[] {
      "POST /sessions HTTP/1.1",
      "Host: 127.0.0.1:" + port,
      "Origin: " + origin,
      "Authorization: Bearer " + key,
      "Content-Length: 0"
    };
  }

  /** What a page begins a WebSocket with. */
  static String[] upgrade(String host, String origin, String token) {
    return new String[] {
      "GET /stream HTTP/1.1",
      "Host: " + host,
      "Origin: " + origin,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      "Sec-WebSocket-Protocol: radicchio, " + token
    };
  }

  /** Takes what comes, from now on. */
  void listen() {
    Thread.ofVirtual().start(this::take);
  }

  private void take() {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0F;
        int said = in.readUnsignedByte();
        long length = said == 126 ? in.readUnsignedShort() : said == 127 ? in.readLong() : said;
        byte[] payload = in.readNBytes((int) length);
        switch (opcode) {
          case TEXT -> add(new String(payload, StandardCharsets.UTF_8));
          case BINARY -> shown(ByteBuffer.wrap(payload));
          case PING -> send(PONG, payload);
          case PONG -> pongs.incrementAndGet();
          case CLOSE -> closed.complete((int) ByteBuffer.wrap(payload).getShort());
          default -> throw new IOException("there is no opcode " + opcode);
        }
      }
    } catch (IOException | UncheckedIOException end) {
      closed.complete(-1);
    }
  }

  private synchronized void add(String text) {
    texts.add(text);
  }

  private void shown(ByteBuffer picture) {
    pictures.incrementAndGet();
    if (acknowledges) {
      say("{\"type\": \"ack\", \"sequence\": %d, \"decode\": 1}".formatted(picture.getInt(4)));
    }
  }

  /** Shows pictures no longer. */
  void stopAcknowledging() {
    acknowledges = false;
  }

  void hello() {
    say("{\"type\": \"hello\", \"codecs\": \"vp8 jpeg\", \"width\": 64, \"height\": 48}");
  }

  /** Says a text. */
  void say(String text) {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a whole frame. */
  void send(int opcode, byte[] payload) {
    write(frame(FINAL | opcode, MASKED, payload));
  }

  /** A frame, masked with nothing. */
  static byte[] frame(int first, int masked, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (masked | payload.length));
    } else if (payload.length < 1 << 16) {
      frame.put((byte) (masked | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (masked | 127)).putLong(payload.length);
    }
    if (masked != 0) {
      frame.putInt(0);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  /** Sends bytes as they are; those that the server takes no more are lost. */
  synchronized void write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many pictures have come. */
  int pictures() {
    return pictures.get();
  }

  /** How many pings were answered. */
  int pongs() {
    return pongs.get();
  }

  /** The texts that have come. */
  synchronized List<String> texts() {
    return List.copyOf(texts);
  }

  /** Waits until the server closes: with which code, -1 if without. */
  int awaitClose() {
    return closed.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Whether the server has closed. */
  boolean isClosed() {
    return closed.isDone();
  }

  /** Waits until the server closes a connection that is no WebSocket; false if it does not. */
  boolean awaitEnd(Duration atMost) {
    try {
      socket.setSoTimeout((int) atMost.toMillis());
      InputStream rest = socket.getInputStream();
      while (rest.read() >= 0) {
        // What it says before.
      }
      return true;
    } catch (SocketTimeoutException late) {
      return false;
    } catch (IOException end) {
      return true;
    }
  }

  /** Waits until something is so. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen");
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
