package run.radicchio.component.embedding;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;

// docs: async interface {
/** Async functions, streams and futures. */
@WitInterface(value = "example:words/flows", versions = "1.2.0")
public interface Flows {
  CompletionStage<Flow.Publisher<@Unsigned Byte>> upper(Flow.Publisher<@Unsigned Byte> text);

  CompletionStage<Flow.Publisher<@Unsigned Integer>> upTo(@Unsigned int n);

  CompletionStage<@Unsigned Long> sum(Flow.Publisher<@Unsigned Integer> numbers);

  CompletionStage<CompletionStage<@Unsigned Integer>> doubled(CompletionStage<@Unsigned Integer> n);

  @WitName("wait")
  CompletionStage<@Unsigned Integer> awaited(CompletionStage<@Unsigned Integer> n);
}
// } docs
