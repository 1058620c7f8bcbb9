package run.radicchio.bench;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;

/** What {@code async-calls.wasm} imports. */
@WitInterface("radicchio:bench/later")
public interface Later {
  /** Begins something that is not done when this returns. */
  CompletionStage<@Unsigned Integer> later();

  /** The guest goes on without its result, and is about to wait. */
  void release();
}
