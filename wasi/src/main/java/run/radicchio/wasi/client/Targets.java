package run.radicchio.wasi.client;

import java.net.URI;
import java.net.URISyntaxException;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.Scheme;

/** Where requests go. */
final class Targets {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private Targets() {}

  /** The URI of a request; encrypted where it does not say. */
  static URI uri(RequestHead request) throws HttpException {
    String scheme =
        switch (request.scheme()) {
          case Scheme.Http() -> "http";
          case Scheme.Https() -> "https";
          case null -> "https";
          case Scheme.Other(String _) -> throw new HttpException(new ErrorCode.HttpProtocolError());
        };
    String path = request.pathWithQuery() == null ? "/" : request.pathWithQuery();
    if (request.authority() == null) {
      throw new HttpException(new ErrorCode.HttpRequestUriInvalid());
    }
    try {
      URI uri =
          new URI(scheme + "://" + request.authority() + (path.startsWith("/") ? "" : "/") + path);
      if (uri.getHost() == null || uri.getUserInfo() != null) {
        throw new HttpException(new ErrorCode.HttpRequestUriInvalid());
      }
      return uri;
    } catch (URISyntaxException none) {
      throw new HttpException(new ErrorCode.HttpRequestUriInvalid());
    }
  }

  /** The host, without the brackets of IPv6. */
  static String host(URI uri) {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equals("http") ? HTTP_PORT : HTTPS_PORT;
  }
}
