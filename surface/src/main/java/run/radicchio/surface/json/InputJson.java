package run.radicchio.surface.json;

import com.google.gson.JsonParseException;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.Key;
import run.radicchio.surface.KeyEvent;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Size;

/**
 * What somebody does with a surface, as JSON.
 *
 * <pre>
 * {"type": "pointer-move", "x": 12.5, "y": 3}       pointer-down and pointer-up likewise
 * {"type": "key-down", "key": "KeyA", "text": "A", "shift": true}           key-up likewise
 * {"type": "resize", "width": 800, "height": 600}
 * </pre>
 *
 * <p>A key is a {@code KeyboardEvent.code}; one that is unknown is as none. A key that writes
 * nothing has no text. The modifiers {@code alt}, {@code ctrl}, {@code meta} and {@code shift} are
 * up where they are not there.
 */
public final class InputJson {
  /** The most characters that a key can write. */
  private static final int MOST_TEXT = 64;

  private InputJson() {}

  /**
   * Reads the fields that an event has; others stay unread.
   *
   * @throws JsonParseException if it is no event
   */
  public static InputEvent read(Fields fields) {
    String type = fields.text("type");
    return switch (type) {
      case "pointer-move" -> new InputEvent.PointerMove(pointer(fields));
      case "pointer-down" -> new InputEvent.PointerDown(pointer(fields));
      case "pointer-up" -> new InputEvent.PointerUp(pointer(fields));
      case "key-down" -> new InputEvent.KeyDown(key(fields));
      case "key-up" -> new InputEvent.KeyUp(key(fields));
      case "resize" -> new InputEvent.Resize(resize(fields));
      default ->
          throw new JsonParseException(
              "`type`: expected pointer-move, pointer-down, pointer-up, key-down, key-up or resize,"
                  + " found "
                  + type);
    };
  }

  private static PointerEvent pointer(Fields fields) {
    return new PointerEvent(fields.number("x"), fields.number("y"));
  }

  private static KeyEvent key(Fields fields) {
    @Nullable String code = fields.optionalText("key");
    @Nullable String text = fields.optionalText("text");
    if (text != null && text.length() > MOST_TEXT) {
      throw new JsonParseException(
          "`text`: expected %d characters at most, found %d".formatted(MOST_TEXT, text.length()));
    }
    return new KeyEvent(
        code == null ? null : Key.ofCode(code),
        text,
        fields.flag("alt"),
        fields.flag("ctrl"),
        fields.flag("meta"),
        fields.flag("shift"));
  }

  private static ResizeEvent resize(Fields fields) {
    return new ResizeEvent(
        fields.whole("height", 1, Size.MOST), fields.whole("width", 1, Size.MOST));
  }
}
