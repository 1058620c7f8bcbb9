package run.radicchio.surface.window;

import static java.awt.event.KeyEvent.*;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.Key;

/**
 * AWT's keys as those of surfaces. AWT says what a key is called by the layout of the keyboard, and
 * not where it is: on another layout than the American one, a key is taken for the one that is
 * called so there.
 */
final class AwtKeys {
  private static final Map<Place, Key> KEYS = new HashMap<>();

  /** A key code, and on which part of the keyboard. */
  private record Place(int code, int location) {}

  static {
    row(VK_A, Key.KEY_A, Key.KEY_Z);
    row(VK_0, Key.DIGIT0, Key.DIGIT9);
    row(VK_F1, Key.F1, Key.F12);

    standard(VK_BACK_QUOTE, Key.BACKQUOTE);
    standard(VK_BACK_SLASH, Key.BACKSLASH);
    standard(VK_OPEN_BRACKET, Key.BRACKET_LEFT);
    standard(VK_CLOSE_BRACKET, Key.BRACKET_RIGHT);
    standard(VK_COMMA, Key.COMMA);
    standard(VK_EQUALS, Key.EQUAL);
    standard(VK_LESS, Key.INTL_BACKSLASH);
    standard(VK_MINUS, Key.MINUS);
    standard(VK_PERIOD, Key.PERIOD);
    standard(VK_QUOTE, Key.QUOTE);
    standard(VK_SEMICOLON, Key.SEMICOLON);
    standard(VK_SLASH, Key.SLASH);

    standard(VK_BACK_SPACE, Key.BACKSPACE);
    standard(VK_CAPS_LOCK, Key.CAPS_LOCK);
    standard(VK_CONTEXT_MENU, Key.CONTEXT_MENU);
    standard(VK_ENTER, Key.ENTER);
    standard(VK_SPACE, Key.SPACE);
    standard(VK_TAB, Key.TAB);
    standard(VK_ESCAPE, Key.ESCAPE);
    standard(VK_PRINTSCREEN, Key.PRINT_SCREEN);
    standard(VK_SCROLL_LOCK, Key.SCROLL_LOCK);
    standard(VK_PAUSE, Key.PAUSE);

    standard(VK_CONVERT, Key.CONVERT);
    standard(VK_NONCONVERT, Key.NON_CONVERT);
    standard(VK_KANA, Key.KANA_MODE);
    standard(VK_HIRAGANA, Key.HIRAGANA);
    standard(VK_KATAKANA, Key.KATAKANA);

    standard(VK_DELETE, Key.DELETE);
    standard(VK_END, Key.END);
    standard(VK_HELP, Key.HELP);
    standard(VK_HOME, Key.HOME);
    standard(VK_INSERT, Key.INSERT);
    standard(VK_PAGE_DOWN, Key.PAGE_DOWN);
    standard(VK_PAGE_UP, Key.PAGE_UP);
    standard(VK_DOWN, Key.ARROW_DOWN);
    standard(VK_LEFT, Key.ARROW_LEFT);
    standard(VK_RIGHT, Key.ARROW_RIGHT);
    standard(VK_UP, Key.ARROW_UP);

    standard(VK_AGAIN, Key.AGAIN);
    standard(VK_COPY, Key.COPY);
    standard(VK_CUT, Key.CUT);
    standard(VK_FIND, Key.FIND);
    standard(VK_PASTE, Key.PASTE);
    standard(VK_PROPS, Key.PROPS);
    standard(VK_UNDO, Key.UNDO);

    sides(VK_ALT, Key.ALT_LEFT, Key.ALT_RIGHT);
    sides(VK_CONTROL, Key.CONTROL_LEFT, Key.CONTROL_RIGHT);
    sides(VK_META, Key.META_LEFT, Key.META_RIGHT);
    sides(VK_SHIFT, Key.SHIFT_LEFT, Key.SHIFT_RIGHT);
    sides(VK_WINDOWS, Key.META_LEFT, Key.META_RIGHT);
    sides(VK_ALT_GRAPH, Key.ALT_RIGHT, Key.ALT_RIGHT);

    numpad(Key.NUMPAD0, VK_NUMPAD0, VK_INSERT);
    numpad(Key.NUMPAD1, VK_NUMPAD1, VK_END);
    numpad(Key.NUMPAD2, VK_NUMPAD2, VK_KP_DOWN, VK_DOWN);
    numpad(Key.NUMPAD3, VK_NUMPAD3, VK_PAGE_DOWN);
    numpad(Key.NUMPAD4, VK_NUMPAD4, VK_KP_LEFT, VK_LEFT);
    numpad(Key.NUMPAD5, VK_NUMPAD5, VK_BEGIN);
    numpad(Key.NUMPAD6, VK_NUMPAD6, VK_KP_RIGHT, VK_RIGHT);
    numpad(Key.NUMPAD7, VK_NUMPAD7, VK_HOME);
    numpad(Key.NUMPAD8, VK_NUMPAD8, VK_KP_UP, VK_UP);
    numpad(Key.NUMPAD9, VK_NUMPAD9, VK_PAGE_UP);
    numpad(Key.NUMPAD_ADD, VK_ADD, VK_PLUS);
    numpad(Key.NUMPAD_CLEAR, VK_CLEAR);
    numpad(Key.NUMPAD_COMMA, VK_SEPARATOR, VK_COMMA);
    numpad(Key.NUMPAD_DECIMAL, VK_DECIMAL, VK_DELETE);
    numpad(Key.NUMPAD_DIVIDE, VK_DIVIDE, VK_SLASH);
    numpad(Key.NUMPAD_ENTER, VK_ENTER);
    numpad(Key.NUMPAD_EQUAL, VK_EQUALS);
    numpad(Key.NUMPAD_MULTIPLY, VK_MULTIPLY, VK_ASTERISK);
    numpad(Key.NUMPAD_SUBTRACT, VK_SUBTRACT, VK_MINUS);
    numpad(Key.NUM_LOCK, VK_NUM_LOCK);
    standard(VK_NUM_LOCK, Key.NUM_LOCK);
  }

  private AwtKeys() {}

  /** Keys whose codes follow each other. */
  private static void row(int first, Key firstKey, Key lastKey) {
    int code = first;
    for (Key key : EnumSet.range(firstKey, lastKey)) {
      standard(code++, key);
    }
  }

  private static void standard(int code, Key key) {
    KEYS.put(new Place(code, KEY_LOCATION_STANDARD), key);
  }

  /** A key that is there twice; where AWT does not say which, it is the left one. */
  private static void sides(int code, Key left, Key right) {
    standard(code, left);
    KEYS.put(new Place(code, KEY_LOCATION_LEFT), left);
    KEYS.put(new Place(code, KEY_LOCATION_RIGHT), right);
  }

  /** A key of the numeric pad, with its codes: with and without Num Lock. */
  private static void numpad(Key key, int... codes) {
    for (int code : codes) {
      KEYS.put(new Place(code, KEY_LOCATION_NUMPAD), key);
    }
  }

  /**
   * The key of an event.
   *
   * @param code its key code
   * @param location one of AWT's key locations
   * @return null if surfaces have no such key
   */
  static @Nullable Key of(int code, int location) {
    Key there = KEYS.get(new Place(code, location));
    return there == null ? KEYS.get(new Place(code, KEY_LOCATION_STANDARD)) : there;
  }
}
