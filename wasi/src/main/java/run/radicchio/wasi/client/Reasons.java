package run.radicchio.wasi.client;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpFailure;

/** Why requests fail, by what the JDK's client throws; it has no more than words for some of it. */
final class Reasons {
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  private Reasons() {}

  static ErrorCode of(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return of(failure.getCause());
    }
    return causes(failure)
        .filter(HttpFailure.class::isInstance)
        .map(HttpFailure::reason)
        .findFirst()
        .orElseGet(() -> ofJdk(failure));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause);
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    return causes(failure).anyMatch(kind::isInstance);
  }

  private static ErrorCode ofJdk(Throwable failure) {
    if (isCausedBy(failure, UnresolvedAddressException.class)
        || isCausedBy(failure, UnknownHostException.class)) {
      return new ErrorCode.DnsError(new ErrorCode.DnsErrorPayload(null, null));
    }
    return switch (failure) {
      case HttpConnectTimeoutException _ -> new ErrorCode.ConnectionTimeout();
      case HttpTimeoutException _ -> new ErrorCode.HttpResponseTimeout();
      case NoRouteToHostException _ -> new ErrorCode.DestinationIpUnroutable();
      case ConnectException _ -> new ErrorCode.ConnectionRefused();
      case SSLException _ -> ofTls(failure);
      case ProtocolException _ -> new ErrorCode.HttpProtocolError();
      case EOFException _ -> new ErrorCode.HttpResponseIncomplete();
      case CancellationException _ -> new ErrorCode.ConnectionTerminated();
      default -> ofWords(failure);
    };
  }

  private static ErrorCode ofTls(Throwable failure) {
    if (isCausedBy(failure, CertificateException.class)) {
      return new ErrorCode.TlsCertificateError();
    }
    Matcher alert = ALERT.matcher(String.valueOf(failure.getMessage()));
    return alert.find()
        ? new ErrorCode.TlsAlertReceived(
            new ErrorCode.TlsAlertReceivedPayload(null, alert.group(1)))
        : new ErrorCode.TlsProtocolError();
  }

  private static ErrorCode ofWords(Throwable failure) {
    String words = String.valueOf(failure.getMessage());
    if (words.contains("received no bytes") || words.contains("Connection reset")) {
      return new ErrorCode.ConnectionTerminated();
    } else if (words.contains("EOF") || words.contains("closed")) {
      return new ErrorCode.HttpResponseIncomplete();
    }
    return new ErrorCode.Internal(words);
  }
}
