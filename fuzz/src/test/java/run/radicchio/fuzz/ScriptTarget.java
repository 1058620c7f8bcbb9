package run.radicchio.fuzz;

import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import run.radicchio.surface.offscreen.Script;

/** A text that is taken for a script of events. */
public final class ScriptTarget {
  private ScriptTarget() {}

  /** Events of each kind, in two lines each. */
  static List<byte[]> seeds() {
    return PageTarget.EVENTS.stream()
        .map("{\"frame\": 10, %1$s}\n\n{\"frame\": 12, \"surface\": 2, %1$s}\n"::formatted)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Promises.inProportion(bytes.length, PageTarget.FACTOR, () -> read(text));
  }

  private static void read(String text) throws IOException {
    try {
      Script.read(new BufferedReader(new StringReader(text)));
    } catch (JsonParseException documented) {
      if (!documented.getMessage().startsWith("line ")) {
        throw new AssertionError("says no line: " + documented.getMessage(), documented);
      }
    }
  }
}
