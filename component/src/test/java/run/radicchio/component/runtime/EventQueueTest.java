package run.radicchio.component.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private final EventQueue events = new EventQueue();

  @Test
  void eventsComeInOrder() {
    Runnable first = () -> {};
    Runnable second = () -> {};
    assertTrue(events.add(first));
    assertTrue(events.add(second));
    assertSame(first, events.poll());
    assertFalse(events.isEmpty());
    assertSame(second, events.poll());
    assertTrue(events.isEmpty());
    assertNull(events.poll());
  }

  /** Else who looks whether there is something to do would look for ever. */
  @Test
  void afterTheEndThereAreNone() {
    Runnable event = () -> {};
    events.add(event);
    assertEquals(List.of(event), events.end());
    assertTrue(events.isEmpty());
    assertFalse(events.add(event));
    assertTrue(events.isEmpty());
    assertEquals(List.of(), events.end());
  }
}
