package run.radicchio.wasi.messages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.MethodNames;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.Scheme;

/** What a request wants of whom. A guest may set parts of it; one's that are none are refused. */
final class RequestLine {
  private static final int MOST_PORTS = 1 << 16;

  private Method method = new Method.Get();
  private @Nullable String pathWithQuery;
  private @Nullable Scheme scheme;
  private @Nullable String authority;

  /** That of a new request. */
  RequestLine() {}

  /** That of a request that came. */
  RequestLine(RequestHead head) {
    method = head.method();
    pathWithQuery = head.pathWithQuery();
    scheme = head.scheme();
    authority = head.authority();
  }

  /** The request, with headers. */
  RequestHead with(FieldList headers) {
    return new RequestHead(method, pathWithQuery, scheme, authority, headers.all());
  }

  Method method() {
    return method;
  }

  boolean setMethod(Method given) {
    if (given instanceof Method.Other(String name)) {
      if (!FieldList.isToken(name)) {
        return false;
      }
      method = MethodNames.method(name);
    } else {
      method = given;
    }
    return true;
  }

  @Nullable String pathWithQuery() {
    return pathWithQuery;
  }

  boolean setPathWithQuery(@Nullable String given) {
    if (given != null && !given.chars().allMatch(RequestLine::isOfPath)) {
      return false;
    }
    pathWithQuery = given != null && given.isEmpty() ? "/" : given;
    return true;
  }

  /** Whether it may stand in a path or a query. More than ASCII does, by custom. */
  private static boolean isOfPath(int c) {
    return c > ' ' && c != 0x7f && "\"<>\\^`{|}#".indexOf(c) < 0;
  }

  @Nullable Scheme scheme() {
    return scheme;
  }

  boolean setScheme(@Nullable Scheme given) {
    if (given instanceof Scheme.Other(String name)) {
      if (!name.matches("[A-Za-z][A-Za-z0-9+.-]*")) {
        return false;
      }
      scheme =
          switch (name.toLowerCase(Locale.ROOT)) {
            case "http" -> new Scheme.Http();
            case "https" -> new Scheme.Https();
            default -> given;
          };
    } else {
      scheme = given;
    }
    return true;
  }

  @Nullable String authority() {
    return authority;
  }

  boolean setAuthority(@Nullable String given) {
    if (given != null && !isAuthority(given)) {
      return false;
    }
    authority = given;
    return true;
  }

  /** Whether it is a host, with a port or without. */
  private static boolean isAuthority(String text) {
    try {
      URI uri = new URI("http://" + text);
      return uri.getHost() != null
          && text.equals(uri.getRawAuthority())
          && uri.getPort() < MOST_PORTS;
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
