package run.radicchio.wasi.p2.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.Scheme;

/** A request that came. */
@WitResource
public interface IncomingRequest extends AutoCloseable {
  /** What it wants. */
  Method method();

  /** What it wants it of: a path, and a query if there is one. */
  @Nullable String pathWithQuery();

  /** By which protocol it came. */
  @Nullable Scheme scheme();

  /** To which server: a name or an address, and a port if it says one. */
  @Nullable String authority();

  /** Its headers, which cannot be changed. */
  Fields headers();

  /** Its body: once. */
  IncomingBody consume() throws RefusedException;

  @Override
  void close();
}
