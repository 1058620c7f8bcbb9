package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.HttpFailure;

/** Guests of both versions that answer requests. */
class HttpServiceTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final Map<HttpService, Component> GUESTS =
      Map.of(HttpService.P2, Ended.guest("http-p2"), HttpService.P3, Ended.guest("http-p3"));

  private static Component guest(HttpService service) {
    return GUESTS.get(service);
  }

  private static RecordedExchange answer(HttpService service, RecordedExchange exchange)
      throws Exception {
    answer(service, exchange, StoreOptions.defaults(), LONG);
    return exchange;
  }

  private static void answer(
      HttpService service, RecordedExchange exchange, StoreOptions options, Duration limit)
      throws Exception {
    Linker linker = Wasi.builder().build().addTo(new Linker());
    try (Instance instance = linker.instantiate(guest(service), new Store(options))) {
      service.answer(exchange, instance, limit);
    }
  }

  private static String get(HttpService service, String path) throws Exception {
    return answer(service, RecordedExchange.get(path)).answer();
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByWhatIsExported(HttpService service) {
    assertEquals(service, HttpService.of(guest(service)).orElseThrow());
    assertTrue(HttpService.of(Ended.guest("commands-p2")).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void answers(HttpService service) throws Exception {
    assertEquals("200 hello\n", get(service, "/hello"));
    assertEquals("404 there is nothing\n", get(service, "/elsewhere"));
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfTheRequest(HttpService service) throws Exception {
    assertEquals(
        "200 Method::Get Some(\"/request?a=b\") Some(Scheme::Http) true"
            + " Err(HeaderError::Immutable) [\"\ufffd\"]",
        get(service, "/request?a=b"));
  }

  @Test
  void keepsTheRulesOfFields() throws Exception {
    String both =
        "200 [Ok(()), Err(HeaderError::InvalidSyntax), Err(HeaderError::InvalidSyntax),"
            + " Err(HeaderError::Forbidden),%s Ok(()), Ok(())]";
    assertEquals(both.formatted(""), get(HttpService.P2, "/fields"));
    assertEquals(
        both.formatted(" Err(HeaderError::SizeExceeded),"), get(HttpService.P3, "/fields"));
  }

  @ParameterizedTest
  @EnumSource
  void readsABodyAndItsTrailers(HttpService service) throws Exception {
    RecordedExchange exchange = RecordedExchange.post("/count", new byte[1_000_000]);
    assertEquals("200 1000000 Ok(Some(1))", answer(service, exchange).answer());
  }

  @ParameterizedTest
  @EnumSource
  void passesABodyOnAsItComes(HttpService service) throws Exception {
    byte[] bytes = new byte[300_001];
    new Random(1).nextBytes(bytes);
    RecordedExchange exchange = RecordedExchange.post("/echo", bytes);
    answer(service, exchange);
    assertArrayEquals(bytes, exchange.bytes());
    assertEquals(List.of(new Field("x-end", "of echo")), exchange.trailers());
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhyABodyIsNotWhole(HttpService service) throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new HttpFailure(new ErrorCode.HttpRequestBodySize(7L));
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    RecordedExchange exchange = RecordedExchange.post("/count", broken);
    assertEquals(
        "200 0 Err(ErrorCode::HttpRequestBodySize(Some(7)))", answer(service, exchange).answer());
  }

  @ParameterizedTest
  @EnumSource
  void endsInErrors(HttpService service) {
    RecordedExchange error = RecordedExchange.get("/error");
    assertEquals(
        new ErrorCode.LoopDetected(),
        assertThrows(HttpException.class, () -> answer(service, error)).error());
    RecordedExchange trap = RecordedExchange.get("/trap");
    assertThrows(Trap.class, () -> answer(service, trap));
    assertFalse(error.hasBegun() || trap.hasBegun());
  }

  @ParameterizedTest
  @EnumSource
  void breaksOffWhatIsNotWhole(HttpService service) {
    RecordedExchange wrongLength = RecordedExchange.get("/wrong-length");
    assertEquals(
        new ErrorCode.HttpResponseBodySize(5L),
        assertThrows(HttpException.class, () -> answer(service, wrongLength)).error());
    assertNotNull(wrongLength.aborted());
    RecordedExchange broken = RecordedExchange.get("/broken");
    assertInstanceOf(
        ErrorCode.Internal.class,
        assertThrows(HttpException.class, () -> answer(service, broken)).error());
    assertNotNull(broken.aborted());
  }

  @Test
  void aBodyIsNoLongerThanItsHeadersSay() {
    RecordedExchange tooLong = RecordedExchange.get("/too-long");
    assertThrows(HttpException.class, () -> answer(HttpService.P2, tooLong));
    assertNotNull(tooLong.aborted());
  }

  @Test
  void aGuestThatGivesNoAnswerHasFailed() {
    assertThrows(
        HttpException.class, () -> answer(HttpService.P2, RecordedExchange.get("/dropped")));
  }

  @Test
  void aBodyIsNotFinishedWhileItsStreamIsThere() {
    assertThrows(Trap.class, () -> answer(HttpService.P2, RecordedExchange.get("/open-stream")));
  }

  @ParameterizedTest
  @EnumSource
  void aTrapAfterTheAnswerBeganBreaksItOff(HttpService service) {
    RecordedExchange exchange = RecordedExchange.get("/trap-later");
    Exception end = assertThrows(Exception.class, () -> answer(service, exchange));
    assertTrue(end instanceof Trap || end instanceof HttpException, end.toString());
    assertThrows(AssertionError.class, exchange::answer);
  }

  @ParameterizedTest
  @EnumSource
  void aGuestThatNeverAnswersIsEnded(HttpService service) {
    StoreOptions options = StoreOptions.defaults().withDeadline(Duration.ofMillis(200));
    for (String path : List.of("/never", "/busy")) {
      RecordedExchange exchange = RecordedExchange.get(path);
      Exception end =
          assertThrows(
              Exception.class,
              () -> answer(service, exchange, options, Duration.ofSeconds(5)),
              path);
      assertTrue(end instanceof Trap || end instanceof TimeoutException, end.toString());
      assertFalse(exchange.hasBegun());
    }
  }
}
