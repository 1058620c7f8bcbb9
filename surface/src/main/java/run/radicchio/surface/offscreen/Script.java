package run.radicchio.surface.offscreen;

import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.json.Fields;
import run.radicchio.surface.json.InputJson;

/**
 * What happens before which frame. As a text it has an event a line, as {@link InputJson} says, and
 * in each the frame, from 1 on, and the surface, which is 1 if it is not said:
 *
 * <pre>
 * {"frame": 10, "type": "key-down", "key": "KeyA"}
 * {"frame": 12, "surface": 2, "type": "resize", "width": 320, "height": 240}
 * </pre>
 *
 * <p>Empty lines are left out.
 */
public final class Script {
  private final Map<Moment, List<InputEvent>> events = new HashMap<>();

  private record Moment(int surface, int frame) {}

  private Script() {}

  /** Nothing happens. */
  public static Script empty() {
    return new Script();
  }

  /**
   * Reads one.
   *
   * @throws JsonParseException if it is none, with the number of the line
   * @throws IOException if the text cannot be read
   */
  public static Script read(BufferedReader text) throws IOException {
    Script script = new Script();
    int number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        script.add(line, number);
      }
    }
    return script;
  }

  private void add(String line, int number) {
    try {
      Fields fields = Fields.of(line);
      int frame = fields.whole("frame", 1, Integer.MAX_VALUE);
      int surface = fields.has("surface") ? fields.whole("surface", 1, Integer.MAX_VALUE) : 1;
      InputEvent event = InputJson.read(fields);
      fields.end();
      events.computeIfAbsent(new Moment(surface, frame), _ -> new ArrayList<>()).add(event);
    } catch (JsonParseException e) {
      throw new JsonParseException("line %d: %s".formatted(number, e.getMessage()), e);
    }
  }

  /** What happens before a frame. */
  List<InputEvent> before(int surface, int frame) {
    return events.getOrDefault(new Moment(surface, frame), List.of());
  }
}
