package run.radicchio.wasi.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's clients, one for each time that connecting may take: those used last are kept, with
 * their connections.
 */
final class Connectors {
  private static final int MOST = 8;

  private final @Nullable SSLContext tls;
  private final Map<@Nullable Duration, HttpClient> clients =
      new LinkedHashMap<>(MOST, 0.75f, true);

  /** Clients that trust whom a context trusts; null for those whom Java trusts. */
  Connectors(@Nullable SSLContext tls) {
    this.tls = tls;
  }

  /** A client that gives up connecting after a time; null for none. */
  synchronized HttpClient with(@Nullable Duration time) {
    HttpClient client = clients.computeIfAbsent(time, this::open);
    if (clients.size() > MOST) {
      var oldest = clients.entrySet().iterator();
      HttpClient unused = oldest.next().getValue();
      oldest.remove();
      unused.shutdown(); // once the requests that it makes are over
    }
    return client;
  }

  private HttpClient open(@Nullable Duration time) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    if (time != null) {
      builder.connectTimeout(time);
    }
    if (tls != null) {
      builder.sslContext(tls);
    }
    return builder.build();
  }
}
