package run.radicchio.component.embedding;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;

/** What {@code guests/tests/report.wasm} exports. */
@WitInterface("example:report/reports")
public interface Reports {
  @Unsigned int larger(String a, String b);

  CompletionStage<Flow.Publisher<@Unsigned Byte>> shout(Flow.Publisher<@Unsigned Byte> text);
}
