package run.radicchio.component.example;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitWorld;

/** Functions that a world imports directly. */
@WitWorld
public interface Console {
  void print(@WitName("s") String text);

  @Unsigned long now();
}
