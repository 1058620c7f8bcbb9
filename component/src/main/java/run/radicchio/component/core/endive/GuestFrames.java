package run.radicchio.component.core.endive;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the guest's functions in a Java stack trace.
 *
 * <p>A compiled function is a frame whose class is numbered by its module and whose method is
 * numbered by the function; here are the names of the modules that have such classes.
 */
final class GuestFrames {
  /** A guest that overflowed its stack has many frames, and the first ones tell. */
  private static final int MOST = 64;

  private static final Pattern CLASS =
      Pattern.compile(
          Pattern.quote(GuestNames.PACKAGE)
              + "\\w*"
              + Pattern.quote("" + GuestNames.NUMBER)
              + "(\\d+)"
              + GuestNames.FUNCTION_GROUP
              + "\\d+");
  private static final Pattern METHOD = Pattern.compile("func_(\\d+)");

  private static final Map<Long, Entry> MODULES = new ConcurrentHashMap<>();
  private static final ReferenceQueue<GuestNames> GONE = new ReferenceQueue<>();

  /** The names of a module as long as it can run. */
  private static final class Entry extends WeakReference<GuestNames> {
    private final long number;

    Entry(GuestNames names) {
      super(names, GONE);
      this.number = names.number();
    }
  }

  private GuestFrames() {}

  /** Makes a module's functions known. */
  static void register(GuestNames names) {
    while (GONE.poll() instanceof Entry gone) {
      MODULES.remove(gone.number);
    }
    MODULES.put(names.number(), new Entry(names));
  }

  /** The guest's functions that were running when something was thrown, innermost first. */
  static List<String> of(Throwable thrown) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      String frame = frame(element);
      if (frame != null) {
        frames.add(frame);
      }
      if (frames.size() == MOST) {
        break;
      }
    }
    return frames;
  }

  private static @Nullable String frame(StackTraceElement element) {
    Matcher method = METHOD.matcher(element.getMethodName());
    Matcher className = CLASS.matcher(element.getClassName());
    if (!method.matches() || !className.matches()) {
      return null;
    }
    Entry entry = MODULES.get(Long.valueOf(className.group(1)));
    GuestNames names = entry == null ? null : entry.get();
    int index = Integer.parseInt(method.group(1));
    return names == null || names.isImport(index) ? null : names.function(index);
  }
}
