package run.radicchio.webgpu.dawn.object;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPUGlobal;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;

/** Texts between Java and Dawn's string views. */
public final class Text {
  private static final Pattern BACKTRACE = Pattern.compile("\\n +at [^\\n]*\\([^()\\n]*:\\d+\\)");

  private Text() {}

  /** Writes a text to a view; none is a view without data, which is not the empty text. */
  public static void write(Call call, long view, @Nullable String text) {
    if (text == null) {
      WGPUStringView.initialize(view);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    WGPUStringView.data(view, call.copy(bytes));
    WGPUStringView.length(view, bytes.length);
  }

  /** A message for people, that a view shows, without where in Dawn's source it was made. */
  public static String readMessage(long view) {
    String text = read(view);
    return text.isEmpty() ? text : BACKTRACE.matcher(text).replaceAll("").strip();
  }

  /** The text that a view shows; the empty one if it has no data. */
  public static String read(long view) {
    long data = WGPUStringView.data(view);
    long length = WGPUStringView.length(view);
    if (data == 0 || length == 0) {
      return "";
    }
    return Memory.string(data, length == WGPUGlobal.STRLEN ? terminated(data) : length);
  }

  private static long terminated(long data) {
    long end = data;
    while (Memory.getByte(end) != 0) {
      end++;
    }
    return end - data;
  }
}
