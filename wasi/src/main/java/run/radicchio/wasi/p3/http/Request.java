package run.radicchio.wasi.p3.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.Scheme;

/** A request: one that came, or that a guest makes. */
@WitResource
public interface Request extends AutoCloseable {
  /** What it wants; {@code GET} unless set. */
  Method getMethod();

  /** Sets what it wants. */
  void setMethod(Method method) throws RefusedException;

  /** What it wants it of; null stands for {@code /}. */
  @Nullable String getPathWithQuery();

  /** Sets what it wants it of. */
  void setPathWithQuery(@Nullable String pathWithQuery) throws RefusedException;

  /** By which protocol it goes; null leaves that to the host. */
  @Nullable Scheme getScheme();

  /** Sets by which protocol it goes. */
  void setScheme(@Nullable Scheme scheme) throws RefusedException;

  /** To which server it goes; null is none, with which it is not sent. */
  @Nullable String getAuthority();

  /** Sets to which server it goes. */
  void setAuthority(@Nullable String authority) throws RefusedException;

  /** Its options, which cannot be changed any more; null for none. */
  @Nullable RequestOptions getOptions();

  /** Its headers, which cannot be changed any more. */
  Fields getHeaders();

  @Override
  void close();
}
