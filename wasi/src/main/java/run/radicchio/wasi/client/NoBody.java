package run.radicchio.wasi.client;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.BodySink;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Field;

/** Where a body goes that has no bytes, of a request that was sent. */
final class NoBody implements BodySink {
  @Override
  public void write(ByteBuffer bytes) {}

  @Override
  public void flush() {}

  @Override
  public void end(@Nullable List<Field> trailers) {}

  @Override
  public void abort(ErrorCode why) {}
}
