package run.radicchio.wasi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.Body;
import run.radicchio.wasi.http.BodySink;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.ResponseHead;
import run.radicchio.wasi.http.Scheme;

/** A request without a server, and what came of it. */
final class RecordedExchange implements Exchange, BodySink {
  private final RequestHead request;
  private final Body body;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable ResponseHead head;
  private @Nullable List<Field> trailers;
  private boolean hasEnded;
  private @Nullable ErrorCode aborted;

  private RecordedExchange(Method method, String path, Body body) {
    List<Field> headers = List.of(new Field("x-test", "ä"), new Field("Connection", "close"));
    this.request = new RequestHead(method, path, new Scheme.Http(), "example.org", headers);
    this.body = body;
  }

  static RecordedExchange get(String path) {
    return new RecordedExchange(new Method.Get(), path, Body.empty());
  }

  static RecordedExchange post(String path, byte[] body) {
    return post(path, new ByteArrayInputStream(body));
  }

  static RecordedExchange post(String path, InputStream body) {
    List<Field> trailers = List.of(new Field("x-sum", "1"));
    return new RecordedExchange(new Method.Post(), path, new Body(body, () -> trailers));
  }

  @Override
  public RequestHead request() {
    return request;
  }

  @Override
  public Body body() {
    return body;
  }

  @Override
  public synchronized BodySink answer(ResponseHead given, @Nullable Long length) {
    if (head != null) {
      throw new AssertionError("it is answered twice");
    }
    head = given;
    return this;
  }

  @Override
  public synchronized void write(ByteBuffer chunk) {
    byte[] copy = new byte[chunk.remaining()];
    chunk.get(copy);
    bytes.writeBytes(copy);
  }

  @Override
  public void flush() {}

  @Override
  public synchronized void end(@Nullable List<Field> given) {
    trailers = given;
    hasEnded = true;
  }

  @Override
  public synchronized void abort(ErrorCode why) {
    aborted = why;
  }

  synchronized @Nullable ErrorCode aborted() {
    return aborted;
  }

  synchronized boolean hasBegun() {
    return head != null;
  }

  /** The head of the answer, which must have begun. */
  synchronized ResponseHead head() {
    ResponseHead begun = head;
    if (begun == null) {
      throw new AssertionError("there is no answer");
    }
    return begun;
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  synchronized @Nullable List<Field> trailers() {
    return trailers;
  }

  /** The answer, which must be there in full: its status and its text. */
  synchronized String answer() {
    ResponseHead answered = head;
    if (answered == null || !hasEnded) {
      throw new AssertionError("there is no whole answer");
    }
    return answered.status() + " " + bytes.toString(UTF_8);
  }

  /** The bytes of a text as a field has it. */
  static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
