package run.radicchio.surface.window;

import static java.awt.event.InputEvent.BUTTON1_DOWN_MASK;
import static java.awt.event.InputEvent.BUTTON3_DOWN_MASK;
import static java.awt.event.InputEvent.CTRL_DOWN_MASK;
import static java.awt.event.InputEvent.SHIFT_DOWN_MASK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.radicchio.surface.Key;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.display.InputEvent;

class InputTest {
  private final JComponent component =
      new JComponent() {
        private static final long serialVersionUID = 1;
      };
  private final List<InputEvent> told = new ArrayList<>();

  InputTest() {
    Input.listen(component, mouse -> new PointerEvent(2.0 * mouse.getX(), mouse.getY()), told::add);
  }

  private void mouse(int id, int modifiers, int x, int y) {
    component.dispatchEvent(new MouseEvent(component, id, 0, modifiers, x, y, 1, false));
  }

  private void key(int id, int modifiers, int code, char text, int location) {
    KeyEvent event = new KeyEvent(component, id, 0, modifiers, code, text, location);
    // One that is dispatched goes to the component with the focus, and without a screen none has.
    for (KeyListener listener : component.getKeyListeners()) {
      if (id == KeyEvent.KEY_PRESSED) {
        listener.keyPressed(event);
      } else {
        listener.keyReleased(event);
      }
    }
  }

  @Test
  void aPointerIsDownWhileAnyButtonIs() {
    mouse(MouseEvent.MOUSE_MOVED, 0, 1, 2);
    mouse(MouseEvent.MOUSE_PRESSED, BUTTON1_DOWN_MASK, 3, 4);
    mouse(MouseEvent.MOUSE_PRESSED, BUTTON1_DOWN_MASK | BUTTON3_DOWN_MASK, 3, 4);
    mouse(MouseEvent.MOUSE_DRAGGED, BUTTON1_DOWN_MASK | BUTTON3_DOWN_MASK, 5, 6);
    mouse(MouseEvent.MOUSE_RELEASED, BUTTON3_DOWN_MASK, 5, 6);
    mouse(MouseEvent.MOUSE_RELEASED, 0, 7, 8);
    assertEquals(
        List.of(
            new InputEvent.PointerMove(new PointerEvent(2, 2)),
            new InputEvent.PointerDown(new PointerEvent(6, 4)),
            new InputEvent.PointerMove(new PointerEvent(10, 6)),
            new InputEvent.PointerUp(new PointerEvent(14, 8))),
        told);
  }

  private static run.radicchio.surface.KeyEvent event(
      Key key, @Nullable String text, boolean ctrl, boolean shift) {
    return new run.radicchio.surface.KeyEvent(key, text, false, ctrl, false, shift);
  }

  @Test
  void keysHaveTextWhereTheyWriteSome() {
    int standard = KeyEvent.KEY_LOCATION_STANDARD;
    key(KeyEvent.KEY_PRESSED, SHIFT_DOWN_MASK, KeyEvent.VK_A, 'A', standard);
    key(KeyEvent.KEY_RELEASED, 0, KeyEvent.VK_A, 'a', standard);
    key(KeyEvent.KEY_PRESSED, CTRL_DOWN_MASK, KeyEvent.VK_A, (char) 1, standard);
    key(KeyEvent.KEY_PRESSED, 0, KeyEvent.VK_ENTER, '\n', standard);
    key(KeyEvent.KEY_PRESSED, 0, KeyEvent.VK_TAB, '\t', standard);
    key(
        KeyEvent.KEY_PRESSED,
        SHIFT_DOWN_MASK,
        KeyEvent.VK_SHIFT,
        KeyEvent.CHAR_UNDEFINED,
        KeyEvent.KEY_LOCATION_RIGHT);
    assertEquals(
        List.of(
            new InputEvent.KeyDown(event(Key.KEY_A, "A", false, true)),
            new InputEvent.KeyUp(event(Key.KEY_A, null, false, false)),
            new InputEvent.KeyDown(event(Key.KEY_A, null, true, false)),
            new InputEvent.KeyDown(event(Key.ENTER, null, false, false)),
            new InputEvent.KeyDown(event(Key.TAB, null, false, false)),
            new InputEvent.KeyDown(event(Key.SHIFT_RIGHT, null, false, true))),
        told);
  }

  @Test
  void keysAreThoseOfTheirPlace() {
    assertEquals(Key.DIGIT7, AwtKeys.of(KeyEvent.VK_7, KeyEvent.KEY_LOCATION_STANDARD));
    assertEquals(Key.NUMPAD7, AwtKeys.of(KeyEvent.VK_NUMPAD7, KeyEvent.KEY_LOCATION_NUMPAD));
    assertEquals(Key.HOME, AwtKeys.of(KeyEvent.VK_HOME, KeyEvent.KEY_LOCATION_STANDARD));
    assertEquals(Key.NUMPAD7, AwtKeys.of(KeyEvent.VK_HOME, KeyEvent.KEY_LOCATION_NUMPAD));
    assertEquals(Key.ALT_LEFT, AwtKeys.of(KeyEvent.VK_ALT, KeyEvent.KEY_LOCATION_LEFT));
    assertEquals(Key.ALT_RIGHT, AwtKeys.of(KeyEvent.VK_ALT, KeyEvent.KEY_LOCATION_RIGHT));
    assertEquals(Key.KEY_Z, AwtKeys.of(KeyEvent.VK_Z, KeyEvent.KEY_LOCATION_UNKNOWN));
    assertNull(AwtKeys.of(KeyEvent.VK_UNDEFINED, KeyEvent.KEY_LOCATION_UNKNOWN));
    assertNull(AwtKeys.of(KeyEvent.VK_F13, KeyEvent.KEY_LOCATION_STANDARD));
  }

  /** AWT's names of keys, of which most are the same. */
  @Test
  void keysHaveTheNamesThatTheyHaveInAwt() throws ReflectiveOperationException {
    Set<Key> found = new HashSet<>();
    for (Key key : Key.values()) {
      String name = "VK_" + key.name().replaceFirst("KEY_|DIGIT|ARROW_", "");
      if (Arrays.stream(KeyEvent.class.getFields()).anyMatch(it -> it.getName().equals(name))) {
        int code = KeyEvent.class.getField(name).getInt(null);
        int location =
            name.startsWith("VK_NUMPAD")
                ? KeyEvent.KEY_LOCATION_NUMPAD
                : KeyEvent.KEY_LOCATION_STANDARD;
        assertEquals(key, AwtKeys.of(code, location), name);
        found.add(key);
      }
    }
    assertTrue(
        found.containsAll(Set.of(Key.KEY_Q, Key.DIGIT3, Key.ARROW_UP, Key.F12, Key.NUMPAD5)));
    assertFalse(found.contains(Key.BROWSER_BACK), () -> found.toString().toLowerCase(Locale.ROOT));
  }
}
