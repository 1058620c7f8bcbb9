package run.radicchio.component.core.endive;

import java.util.List;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.core.CoreModule;

/** The engine Endive, in its compiled mode. */
public final class EndiveEngine implements CoreEngine {
  @Override
  public CoreModule compile(byte[] bytes) {
    return EndiveModule.parse(NamelessImports.named(bytes));
  }

  @Override
  public List<String> guestFrames(Throwable thrown) {
    return GuestFrames.of(thrown);
  }
}
