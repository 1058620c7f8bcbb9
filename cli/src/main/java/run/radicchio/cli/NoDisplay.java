package run.radicchio.cli;

import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.SurfaceEvents;

/**
 * Where no display was chosen: what a component could draw on is there, until it does.
 *
 * @param component its name
 */
record NoDisplay(String component) implements Display {
  @Override
  public Screen open(CreateDesc wanted, SurfaceEvents events) {
    throw Failure.misuse(
        "%s draws on a surface: say what shows it by --display".formatted(component));
  }

  @Override
  public void close() {}
}
