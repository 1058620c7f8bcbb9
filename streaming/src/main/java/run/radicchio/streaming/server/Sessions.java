package run.radicchio.streaming.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.StreamLimits;
import run.radicchio.streaming.StreamedProgram;
import run.radicchio.streaming.WhenAlone;
import run.radicchio.streaming.session.Session;

/** The sessions that there are, each known by its secret. */
public final class Sessions implements AutoCloseable {
  private final StreamedProgram program;
  private final StreamLimits limits;
  private final WhenAlone whenAlone;
  private final BiConsumer<Session, String> ended;
  private final List<Known> all = new ArrayList<>();
  private boolean isClosed;

  /** A session and who may come. */
  private record Known(Secret secret, Session session) {}

  /**
   * None yet.
   *
   * @param ended is told of each that ends, and why
   */
  public Sessions(
      StreamedProgram program,
      StreamLimits limits,
      WhenAlone whenAlone,
      BiConsumer<Session, String> ended) {
    this.program = program;
    this.limits = limits;
    this.whenAlone = whenAlone;
    this.ended = ended;
  }

  /**
   * Another one. Where there are as many as there can be, the one that nobody has watched for
   * longest ends for it, once its grace is over.
   *
   * @return what its viewers must know; null if there is no room
   */
  public @Nullable Secret open() {
    Session dispensable = null;
    Secret secret = null;
    synchronized (this) {
      if (!isClosed && all.size() >= limits.clients().sessions()) {
        dispensable = dispensable();
        all.removeIf(without(dispensable));
      }
      if (!isClosed && all.size() < limits.clients().sessions()) {
        secret = Secret.random();
        all.add(new Known(secret, made()));
      }
    }
    if (dispensable != null) {
      dispensable.end("nobody watched, and others wanted to come");
    }
    return secret;
  }

  private static Predicate<Known> without(@Nullable Session session) {
    return known -> known.session() == session;
  }

  private Session made() {
    return new Session(program, limits, whenAlone, this::ended);
  }

  private void ended(Session session, String why) {
    forget(session);
    ended.accept(session, why);
  }

  private synchronized void forget(Session session) {
    all.removeIf(without(session));
  }

  private @Nullable Session dispensable() {
    long now = System.nanoTime();
    Function<Known, Long> alone =
        known -> {
          Long since = known.session().aloneSince();
          return since == null ? -1 : now - since;
        };
    return all.stream()
        .filter(known -> alone.apply(known) > limits.times().grace().toNanos())
        .max(Comparator.comparing(alone))
        .map(Known::session)
        .orElse(null);
  }

  /** The one that somebody knows of. */
  public synchronized Optional<Session> find(String said) {
    return all.stream().filter(known -> known.secret().is(said)).map(Known::session).findFirst();
  }

  /** Time has passed. */
  public void tick() {
    copy().forEach(Session::tick);
  }

  private synchronized List<Session> copy() {
    return all.stream().map(Known::session).toList();
  }

  /** Ends them all. */
  @Override
  public void close() {
    synchronized (this) {
      isClosed = true;
    }
    copy().forEach(Session::close);
  }
}
