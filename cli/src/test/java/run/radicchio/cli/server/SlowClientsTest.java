package run.radicchio.cli.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Component;
import run.radicchio.component.Linker;
import run.radicchio.component.StoreOptions;
import run.radicchio.wasi.HttpService;
import run.radicchio.wasi.Wasi;

/** Clients that take their time, or never end. Others are answered, then and afterwards. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SlowClientsTest {
  private static final String HELLO = "GET /hello HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
  private static final int OK = 200;
  private static final int BUSY = 503;

  private final List<Socket> clients = new ArrayList<>();

  @AfterEach
  void theyGo() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  private static ComponentServer serve(String guest, int requests, Duration time)
      throws IOException {
    return serve(guest, 1000, requests, time);
  }

  private static ComponentServer serve(String guest, int connections, int requests, Duration time)
      throws IOException {
    Component component =
        Component.load(Files.readAllBytes(Path.of("../wasi/guests", guest + ".wasm")));
    return new ComponentServer(
        HttpService.of(component).orElseThrow(),
        Wasi.builder().build().addTo(new Linker()).link(component),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        null,
        new ServerLimits(
            connections,
            requests,
            1,
            1 << 20,
            time,
            Duration.ZERO,
            StoreOptions.defaults().withMemoryLimit(1 << 28)),
        (_, _) -> {});
  }

  /** A client that begins so. */
  private Socket client(ComponentServer server, String begin) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
    clients.add(client);
    client.getOutputStream().write(begin.getBytes(US_ASCII));
    return client;
  }

  /** The status that a client is told; 0 where the connection ends without one. */
  private static int status(Socket client) throws IOException {
    try {
      InputStream in = client.getInputStream();
      String line = new String(in.readNBytes("HTTP/1.1 200".length()), US_ASCII);
      return line.isEmpty() ? 0 : Integer.parseInt(line.substring(line.length() - 3));
    } catch (SocketException reset) {
      return 0;
    }
  }

  private int hello(ComponentServer server) throws IOException {
    return status(client(server, HELLO));
  }

  /** A client is answered in the end, where there is room for one only. */
  private void isFreeAgain(ComponentServer server) throws IOException, InterruptedException {
    while (hello(server) != OK) {
      Thread.sleep(10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void headersOneByteAtATime(String guest) throws Exception {
    try (ComponentServer server = serve(guest, 1, Duration.ofSeconds(30))) {
      int status;
      do {
        status = slowly(server);
      } while (status == BUSY); // with those that were to see whether it is free
      assertEquals(OK, status);
    }
  }

  private int slowly(ComponentServer server) throws Exception {
    Socket slow = client(server, "");
    OutputStream out = slow.getOutputStream();
    for (byte one : HELLO.getBytes(US_ASCII)) {
      out.write(one);
      out.flush();
      if (one == '\r') {
        isFreeAgain(server); // what has not come yet takes nobody's room
      }
    }
    return status(slow);
  }

  @Test
  void moreClientsThanMayBeConnectedWait() throws Exception {
    try (ComponentServer server = serve("http-p2", 2, 2, Duration.ofSeconds(30))) {
      Socket first = client(server, HELLO);
      assertEquals(OK, status(first));
      assertEquals(OK, hello(server));
      Socket third = client(server, HELLO);
      third.setSoTimeout(500);
      assertThrows(SocketTimeoutException.class, () -> status(third));
      first.close();
      third.setSoTimeout(0);
      assertEquals(OK, status(third));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void headersThatNeverEnd(String guest) throws Exception {
    try (ComponentServer server = serve(guest, 1, Duration.ofSeconds(30))) {
      Socket endless = client(server, "GET /hello HTTP/1.1\r\nhost: x\r\n");
      int status = poured(endless, "x-more: and more\r\n");
      assertTrue(status == 0 || (status >= 400 && status < 500), "status " + status);
      Socket longPath = client(server, "GET /");
      int status2 = poured(longPath, "x".repeat(1000));
      assertTrue(status2 == 0 || (status2 >= 400 && status2 < 500), "status " + status2);
      assertEquals(OK, hello(server));
    }
  }

  /** Sends the same for as long as it is taken. */
  private static int poured(Socket client, String text) throws IOException {
    byte[] bytes = text.getBytes(US_ASCII);
    try {
      for (int i = 0; i < 1_000_000; i++) {
        client.getOutputStream().write(bytes);
      }
    } catch (SocketException refused) {
      return status(client);
    }
    throw new AssertionError("all of it is taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void aBodyThatNeverComes(String guest) throws Exception {
    try (ComponentServer server = serve(guest, 1, Duration.ofSeconds(1))) {
      for (String path : List.of("/count", "/echo", "/hello")) {
        client(server, "POST " + path + " HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nsome");
        isFreeAgain(server);
        client(
            server,
            "POST " + path + " HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nso");
        isFreeAgain(server);
      }
    }
  }

  /** Nobody waits for the rest of a request that is answered already. */
  @Test
  void aConnectionEndsWhereABodyDoesNot() throws Exception {
    try (ComponentServer server = serve("http-p3", 1, Duration.ofSeconds(1))) {
      for (String path : List.of("/count", "/hello")) {
        Socket slow =
            client(
                server, "POST " + path + " HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nsome");
        slow.setSoTimeout(60_000);
        long _ = slow.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void anAnswerThatNobodyReads(String guest) throws Exception {
    try (ComponentServer server = serve(guest, 1, Duration.ofSeconds(1))) {
      client(server, "GET /large?100000000 HTTP/1.1\r\nhost: x\r\n\r\n");
      isFreeAgain(server);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void hundredsOfConnections(String guest) throws Exception {
    try (ComponentServer server = serve(guest, 1, Duration.ofSeconds(1))) {
      for (int i = 0; i < 500; i++) {
        client(server, i % 2 == 0 ? "" : "GET /hello HTTP/1.1\r\nhost:");
      }
      assertEquals(OK, hello(server));
    }
  }

  /** Requests that follow each other wait for their answers to be read. */
  @ParameterizedTest
  @ValueSource(strings = {"http-p2", "http-p3"})
  void requestsWhoseAnswersNobodyReads(String guest) throws Exception {
    try (ComponentServer server = serve(guest, 2, Duration.ofSeconds(1))) {
      String request = "GET /large?1000000 HTTP/1.1\r\nhost: x\r\n\r\n";
      client(server, request.repeat(100));
      isFreeAgain(server);
    }
  }
}
