package run.radicchio.streaming.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.session.Session;
import run.radicchio.streaming.websocket.Handshake;

/** Who is let in: pages of the right origin that know a secret. */
final class Door {
  /** What the server speaks; the other protocol that a page offers is the session's secret. */
  static final String PROTOCOL = "radicchio";

  static final HeaderName PROTOCOLS = HeaderNames.create("Sec-WebSocket-Protocol");
  static final HeaderName ACCEPT = HeaderNames.create("Sec-WebSocket-Accept");
  private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
  private static final HeaderName VERSION = HeaderNames.create("Sec-WebSocket-Version");
  private static final String BEARER = "Bearer ";

  private final Origins origins;
  private final Secret invitation;
  private final Sessions sessions;

  Door(Origins origins, Secret invitation, Sessions sessions) {
    this.origins = origins;
    this.invitation = invitation;
    this.sessions = sessions;
  }

  /** What becomes of a request. */
  sealed interface Answer {
    /** It is not let in. */
    record Refused(Status status, String why) implements Answer {}

    /**
     * It may watch a session.
     *
     * @param accept the header that says so
     */
    record Welcome(Session session, String accept) implements Answer {}

    /** It has made a session. */
    record Opened(Secret secret) implements Answer {}
  }

  /** Whether a request may see anything; null if it may. */
  Answer.@Nullable Refused refusal(Headers headers) {
    return origins.isHost(first(headers, HeaderNames.HOST))
        ? null
        : new Answer.Refused(
            Status.MISDIRECTED_REQUEST_421,
            "this server goes by another name: see its --allow-origin");
  }

  private Answer.@Nullable Refused refusalOfPage(Headers headers) {
    Answer.Refused refusal = refusal(headers);
    if (refusal != null) {
      return refusal;
    }
    String host = first(headers, HeaderNames.HOST);
    return origins.isAllowed(first(headers, HeaderNames.ORIGIN), host)
        ? null
        : new Answer.Refused(
            Status.FORBIDDEN_403, "pages of this origin are not allowed: see --allow-origin");
  }

  /** Opens a session for who is invited. */
  Answer open(Headers headers) {
    Answer.Refused refusal = refusalOfPage(headers);
    if (refusal != null) {
      return refusal;
    }
    String said = first(headers, HeaderNames.AUTHORIZATION);
    if (said == null
        || !said.startsWith(BEARER)
        || !invitation.is(said.substring(BEARER.length()))) {
      return new Answer.Refused(
          Status.FORBIDDEN_403, "that is no invitation: open the address that the server printed");
    }
    Secret secret = sessions.open();
    return secret == null
        ? new Answer.Refused(Status.SERVICE_UNAVAILABLE_503, "there are too many sessions")
        : new Answer.Opened(secret);
  }

  /** Lets somebody watch who knows a session. */
  Answer watch(Headers headers) {
    Answer.Refused refusal = refusalOfPage(headers);
    if (refusal != null) {
      return refusal;
    }
    String accept = Handshake.accept(first(headers, VERSION), first(headers, KEY));
    List<String> protocols = protocols(headers);
    if (accept == null || protocols.size() != 2 || !protocols.getFirst().equals(PROTOCOL)) {
      return new Answer.Refused(Status.BAD_REQUEST_400, "this is for the WebSocket of the page");
    }
    return sessions
        .find(protocols.getLast())
        .<Answer>map(session -> new Answer.Welcome(session, accept))
        .orElseGet(() -> new Answer.Refused(Status.FORBIDDEN_403, "there is no such session"));
  }

  private static List<String> protocols(Headers headers) {
    String said = first(headers, PROTOCOLS);
    return said == null
        ? List.of()
        : Arrays.stream(said.split(",", -1)).map(String::strip).toList();
  }

  private static @Nullable String first(Headers headers, HeaderName name) {
    return headers.first(name).orElse(null);
  }
}
