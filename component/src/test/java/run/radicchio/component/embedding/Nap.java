package run.radicchio.component.embedding;

import run.radicchio.component.wit.WitWorld;

/** What {@code guests/tests/greedy.wasm} imports. */
@WitWorld
public interface Nap {
  void nap();
}
