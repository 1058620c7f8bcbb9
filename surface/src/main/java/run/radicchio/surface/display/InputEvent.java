package run.radicchio.surface.display;

import run.radicchio.surface.KeyEvent;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;

/** What somebody does with a surface. */
public sealed interface InputEvent {
  /** Makes it another size. */
  record Resize(ResizeEvent event) implements InputEvent {}

  /** Moves a pointer over it. */
  record PointerMove(PointerEvent event) implements InputEvent {}

  /** Presses a pointer. */
  record PointerDown(PointerEvent event) implements InputEvent {}

  /** Releases a pointer. */
  record PointerUp(PointerEvent event) implements InputEvent {}

  /** Presses a key. */
  record KeyDown(KeyEvent event) implements InputEvent {}

  /** Releases a key. */
  record KeyUp(KeyEvent event) implements InputEvent {}
}
