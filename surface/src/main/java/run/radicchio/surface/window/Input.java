package run.radicchio.surface.window;

import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.display.InputEvent.KeyDown;
import run.radicchio.surface.display.InputEvent.KeyUp;
import run.radicchio.surface.display.InputEvent.PointerDown;
import run.radicchio.surface.display.InputEvent.PointerMove;
import run.radicchio.surface.display.InputEvent.PointerUp;

/** What somebody does with mouse and keyboard, as a surface is told. */
final class Input {
  private static final int BUTTONS =
      InputEvent.BUTTON1_DOWN_MASK | InputEvent.BUTTON2_DOWN_MASK | InputEvent.BUTTON3_DOWN_MASK;

  private final Consumer<run.radicchio.surface.display.InputEvent> told;
  private final Function<MouseEvent, PointerEvent> place;
  private boolean down;

  private Input(
      Consumer<run.radicchio.surface.display.InputEvent> told,
      Function<MouseEvent, PointerEvent> place) {
    this.told = told;
    this.place = place;
  }

  /**
   * Tells what is done with a component.
   *
   * @param place where on the surface the mouse is
   */
  static void listen(
      JComponent component,
      Function<MouseEvent, PointerEvent> place,
      Consumer<run.radicchio.surface.display.InputEvent> told) {
    Input input = new Input(told, place);
    // Otherwise Tab would look for another component.
    component.setFocusTraversalKeysEnabled(false);
    component.setFocusable(true);
    component.addKeyListener(input.keyboard());
    MouseAdapter mouse = input.mouse(component);
    component.addMouseListener(mouse);
    component.addMouseMotionListener(mouse);
  }

  /** A pointer is down as long as any button is (Pointer Events, "Chorded button interactions"). */
  private MouseAdapter mouse(JComponent component) {
    return new MouseAdapter() {
      @Override
      public void mousePressed(MouseEvent event) {
        component.requestFocusInWindow();
        if (!down) {
          down = true;
          told.accept(new PointerDown(place.apply(event)));
        }
      }

      @Override
      public void mouseReleased(MouseEvent event) {
        if (down && (event.getModifiersEx() & BUTTONS) == 0) {
          down = false;
          told.accept(new PointerUp(place.apply(event)));
        }
      }

      @Override
      public void mouseMoved(MouseEvent event) {
        told.accept(new PointerMove(place.apply(event)));
      }

      @Override
      public void mouseDragged(MouseEvent event) {
        mouseMoved(event);
      }
    };
  }

  private KeyAdapter keyboard() {
    return new KeyAdapter() {
      @Override
      public void keyPressed(KeyEvent event) {
        told.accept(new KeyDown(key(event, text(event))));
      }

      @Override
      public void keyReleased(KeyEvent event) {
        told.accept(new KeyUp(key(event, null)));
      }
    };
  }

  private static run.radicchio.surface.KeyEvent key(KeyEvent event, @Nullable String text) {
    return new run.radicchio.surface.KeyEvent(
        AwtKeys.of(event.getKeyCode(), event.getKeyLocation()),
        text,
        event.isAltDown(),
        event.isControlDown(),
        event.isMetaDown(),
        event.isShiftDown());
  }

  /** What a key writes; null where it does something else, as Enter or a letter with Control do. */
  private static @Nullable String text(KeyEvent event) {
    char character = event.getKeyChar();
    return character == KeyEvent.CHAR_UNDEFINED
            || Character.isISOControl(character)
            || event.isControlDown()
            || event.isMetaDown()
        ? null
        : String.valueOf(character);
  }
}
