package run.radicchio.wasi.p2.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.Scheme;

/** A request that a guest makes. */
@WitResource
public interface OutgoingRequest extends AutoCloseable {
  /** Its body: once. */
  OutgoingBody body() throws RefusedException;

  /** What it wants; {@code GET} unless set. */
  Method method();

  /** Sets what it wants. */
  void setMethod(Method method) throws RefusedException;

  /** What it wants it of; null stands for {@code /}. */
  @Nullable String pathWithQuery();

  /** Sets what it wants it of. */
  void setPathWithQuery(@Nullable String pathWithQuery) throws RefusedException;

  /** By which protocol it goes; null leaves that to the host. */
  @Nullable Scheme scheme();

  /** Sets by which protocol it goes. */
  void setScheme(@Nullable Scheme scheme) throws RefusedException;

  /** To which server it goes; null is none, with which it is not sent. */
  @Nullable String authority();

  /** Sets to which server it goes. */
  void setAuthority(@Nullable String authority) throws RefusedException;

  /** Its headers, which cannot be changed any more. */
  Fields headers();

  @Override
  void close();
}
