package run.radicchio.component.guest;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitWorld;

/** What {@code guests/tests/turns.wasm} imports. */
@WitWorld
public interface Signals {
  /** Is completed when the host says so. */
  CompletionStage<@Unsigned Integer> signal(@Unsigned int number);

  /** Tells the host. */
  void note(@Unsigned int number);
}
