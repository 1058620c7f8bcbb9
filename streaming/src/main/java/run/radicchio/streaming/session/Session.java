package run.radicchio.streaming.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.StreamLimits;
import run.radicchio.streaming.StreamedProgram;
import run.radicchio.streaming.WhenAlone;
import run.radicchio.streaming.protocol.FromPage;
import run.radicchio.streaming.protocol.ToPage;
import run.radicchio.streaming.session.Shot.LastInput;
import run.radicchio.streaming.video.Planes;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.webgpu.canvas.Picture;

/**
 * One guest, which begins when its first viewer comes, and those who watch it. The one who is there
 * for longest steers.
 *
 * <p>Its monitor guards all that changes in it, in its screens and in its viewers; no guest, no
 * socket and no encoder is waited for with it.
 */
public final class Session implements Display {
  /** How long a guest has to end by itself when its surfaces have ended. */
  private static final Duration ENDING = Duration.ofSeconds(2);

  private final StreamedProgram program;
  private final StreamLimits limits;
  private final WhenAlone whenAlone;
  private final BiConsumer<Session, String> ended;
  private final Timings timings = new Timings();
  private final ExecutorService converter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("radicchio-convert").factory());
  private final List<Viewer> viewers = new ArrayList<>();
  private final Map<Integer, StreamScreen> screens = new LinkedHashMap<>();
  private int opened;
  private @Nullable Thread guest;
  private @Nullable Size room;
  private long aloneSince = System.nanoTime();
  private boolean isEnded;

  /**
   * A session that nobody watches yet.
   *
   * @param ended is told how it ended, once
   */
  public Session(
      StreamedProgram program,
      StreamLimits limits,
      WhenAlone whenAlone,
      BiConsumer<Session, String> ended) {
    this.program = program;
    this.limits = limits;
    this.whenAlone = whenAlone;
    this.ended = ended;
  }

  StreamLimits limits() {
    return limits;
  }

  /** The shortest time between two frames. */
  long frameNanos() {
    return 1_000_000_000L / limits.video().framesPerSecond();
  }

  /** Where its time goes. */
  public Timings timings() {
    return timings;
  }

  /**
   * Somebody comes to watch.
   *
   * @return null if there are too many, or it has ended
   */
  public synchronized @Nullable Viewer join(Wire wire, FromPage.Hello hello) {
    if (isEnded || viewers.size() >= limits.clients().viewers()) {
      return null;
    }
    Viewer viewer = new Viewer(this, wire, hello);
    screens.values().forEach(screen -> viewer.say(surface(screen)));
    viewers.add(viewer);
    tellRoles();
    Thread.ofPlatform().daemon().name("radicchio-viewer").start(viewer::run);
    if (guest == null) {
      room = hello.size();
      guest = Thread.ofVirtual().name("radicchio-guest").start(this::run);
    }
    notifyAll();
    return viewer;
  }

  private void run() {
    try {
      end(program.run(this));
    } catch (RuntimeException | Error failure) {
      end(String.valueOf(failure.getMessage() == null ? failure : failure.getMessage()));
    }
  }

  /** Somebody watches no longer. */
  synchronized void left(Viewer viewer) {
    if (viewers.remove(viewer)) {
      aloneSince = System.nanoTime();
      tellRoles();
      notifyAll();
    }
  }

  private void tellRoles() {
    for (Viewer viewer : viewers) {
      viewer.say(ToPage.role(viewer == viewers.getFirst(), viewers.size()));
    }
  }

  /** Since when nobody watches, by {@link System#nanoTime}; null if somebody does. */
  public synchronized @Nullable Long aloneSince() {
    return viewers.isEmpty() ? (Long) aloneSince : null;
  }

  private boolean isInGrace() {
    return System.nanoTime() - aloneSince < limits.times().grace().toNanos();
  }

  /** Its surfaces, now. Needs the monitor. */
  List<StreamScreen> screens() {
    return List.copyOf(screens.values());
  }

  /** Whether another picture of a surface would be shown, or nobody watches only for a moment. */
  boolean hasUseFor(StreamScreen screen) {
    return viewers.isEmpty()
        ? isInGrace()
        : viewers.stream().anyMatch(viewer -> viewer.hasUseFor(screen));
  }

  @Override
  public Screen open(CreateDesc wanted, SurfaceEvents events) {
    StreamScreen screen;
    synchronized (this) {
      if (isEnded || room == null) {
        throw new DisplayClosedException();
      }
      screen = new StreamScreen(this, opened, wanted, room, events);
      screens.put(opened, screen);
      opened++;
      announce(screen);
    }
    Thread.ofVirtual().name("radicchio-pace").start(screen::pace);
    return screen;
  }

  /** Tells all of a surface, or of its new size. Needs the monitor. */
  void announce(StreamScreen screen) {
    viewers.forEach(viewer -> viewer.say(surface(screen)));
  }

  private static String surface(StreamScreen screen) {
    return ToPage.surface(screen.number(), screen.size(), screen.fits());
  }

  /** A surface is no more. */
  synchronized void closed(StreamScreen screen) {
    if (screens.remove(screen.number(), screen)) {
      viewers.forEach(viewer -> viewer.say(ToPage.gone(screen.number())));
      notifyAll();
    }
  }

  /** What a viewer does; nothing, if it does not steer or the surface is gone. */
  void input(Viewer viewer, FromPage.Input input) {
    StreamScreen screen;
    synchronized (this) {
      boolean steers = !viewers.isEmpty() && viewers.getFirst() == viewer;
      screen = steers ? screens.get(input.surface()) : null;
    }
    if (screen != null) {
      screen.input(input.event(), new LastInput(viewer, input.number()));
    }
  }

  /**
   * Converts a picture on a thread of its own, one after the other, and closes it.
   *
   * @param converted is given null if that cannot be
   */
  void convert(Picture picture, Consumer<@Nullable Planes> converted) {
    try {
      converter.execute(() -> converted.accept(planes(picture)));
    } catch (RejectedExecutionException ended) {
      picture.close();
      converted.accept(null);
    }
  }

  private @Nullable Planes planes(Picture picture) {
    long began = System.nanoTime();
    try (picture) {
      Planes planes = Planes.of(picture);
      timings.add(Stage.CONVERT, System.nanoTime() - began);
      return planes;
    } catch (IllegalStateException deviceIsGone) {
      return null;
    }
  }

  /** Time has passed: tells viewers where it goes, and ends a guest that is alone for too long. */
  public void tick() {
    boolean isOver;
    synchronized (this) {
      Map<String, Double> millis = timings.tick();
      viewers.forEach(viewer -> viewer.say(ToPage.timings(viewer.bitsPerSecond(), millis)));
      isOver = viewers.isEmpty() && !isInGrace() && whenAlone == WhenAlone.END;
    }
    if (isOver) {
      end("nobody watches any more");
    }
  }

  /** Ends it, and tells viewers why. To end it again does nothing. */
  public void end(String why) {
    List<StreamScreen> shown;
    Thread running;
    synchronized (this) {
      if (isEnded) {
        return;
      }
      isEnded = true;
      running = guest;
      shown = screens();
      viewers.forEach(viewer -> viewer.end(why));
      notifyAll();
    }
    shown.forEach(StreamScreen::stop);
    converter.shutdown();
    ended.accept(this, why);
    if (running != null && running != Thread.currentThread()) {
      Thread.ofVirtual().start(() -> await(running));
    }
  }

  /** Waits until the guest has ended, and interrupts it where it does not. */
  private static void await(Thread guest) {
    try {
      if (!guest.join(ENDING)) {
        guest.interrupt();
      }
    } catch (InterruptedException end) {
      guest.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end("the server stops");
  }
}
