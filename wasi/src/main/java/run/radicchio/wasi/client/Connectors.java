package run.radicchio.wasi.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's clients, one for each time that connecting may take: those used last are kept, with
 * their connections.
 */
final class Connectors {
  private static final int MOST = 8;

  private final Map<@Nullable Duration, HttpClient> clients =
      new LinkedHashMap<>(MOST, 0.75f, true);

  /** A client that gives up connecting after a time; null for none. */
  synchronized HttpClient with(@Nullable Duration time) {
    HttpClient client = clients.computeIfAbsent(time, Connectors::open);
    if (clients.size() > MOST) {
      var oldest = clients.entrySet().iterator();
      HttpClient unused = oldest.next().getValue();
      oldest.remove();
      unused.shutdown(); // once the requests that it makes are over
    }
    return client;
  }

  private static HttpClient open(@Nullable Duration time) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    return (time == null ? builder : builder.connectTimeout(time)).build();
  }
}
