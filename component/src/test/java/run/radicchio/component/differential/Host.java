package run.radicchio.component.differential;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;

/** What guests can call of the host. The model's driver has the same. */
@WitInterface("radicchio:differential/host")
public interface Host {

  /** Returns one more than it is given. */
  @Unsigned int now(@Unsigned int x);

  /** The same, as an async function that is done at once. */
  CompletionStage<@Unsigned Integer> soon(@Unsigned int x);

  /** Returns what the step {@code resolve} says; ends at once when it is cancelled. */
  CompletionStage<@Unsigned Integer> later(@Unsigned int x);

  /** The same, but it ignores cancellation. */
  CompletionStage<@Unsigned Integer> stubborn(@Unsigned int x);

  /** A stream of what steps {@code write} say. */
  Flow.Publisher<@Unsigned Byte> bytes();

  /** A stream of what steps {@code write} say. */
  Flow.Publisher<String> words();

  /** A future of what a step {@code fulfil} says. */
  @Future CompletionStage<@Unsigned Byte> promise();

  /** Reads a stream when steps {@code read} say so. */
  void readBytes(Flow.Publisher<@Unsigned Byte> stream);

  /** Reads a stream when steps {@code read} say so. */
  void readWords(Flow.Publisher<String> stream);

  /** Reads a future at once. */
  void readPromise(@Future CompletionStage<@Unsigned Byte> future);
}
