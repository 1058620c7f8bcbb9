package run.radicchio.component.core.endive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the guest's functions in a Java stack trace.
 *
 * <p>A compiled function is a frame whose class is named after its module and whose method is
 * numbered by the function; here are the names of the modules that have such classes.
 */
final class GuestFrames {
  /** A guest that overflowed its stack has many frames, and the first ones tell. */
  private static final int MOST = 64;

  private static final Pattern CLASS =
      Pattern.compile(
          Pattern.quote(GuestNames.PACKAGE)
              + "\\w*"
              + Pattern.quote("" + GuestNames.IDENTITY)
              + "([0-9a-f]+)"
              + GuestNames.FUNCTION_GROUP
              + "\\d+");
  private static final Pattern METHOD = Pattern.compile(GuestNames.FUNCTION + "(\\d+)");

  /** The names of modules as long as they can run. */
  private static final WeakValues<GuestNames> MODULES = new WeakValues<>();

  private GuestFrames() {}

  /** Makes a module's functions known. */
  static void register(GuestNames names) {
    MODULES.put(names.identity(), names);
  }

  /**
   * The guest's functions that were running when something was thrown, innermost first: that may be
   * one that it imports.
   */
  static List<String> of(Throwable thrown) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      String frame = frame(element, frames.isEmpty());
      if (frame != null) {
        frames.add(frame);
      }
      if (frames.size() == MOST) {
        break;
      }
    }
    return frames;
  }

  private static @Nullable String frame(StackTraceElement element, boolean innermost) {
    Matcher method = METHOD.matcher(element.getMethodName());
    Matcher className = CLASS.matcher(element.getClassName());
    if (!method.matches() || !className.matches()) {
      return null;
    }
    GuestNames names = MODULES.get(className.group(1));
    int index = Integer.parseInt(method.group(1));
    if (names == null) {
      return null;
    }
    if (names.isImport(index)) {
      return innermost ? names.imported(index) : null;
    }
    return names.function(index);
  }
}
