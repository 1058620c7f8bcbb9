package run.radicchio.bench;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitWorld;

/** Some of what {@code async-calls.wasm} exports. */
@WitWorld
public interface Stages {
  /** Is complete at once. */
  CompletionStage<@Unsigned Integer> readyCallback();

  /** Waits for the host. */
  CompletionStage<@Unsigned Integer> awaitCallback();
}
