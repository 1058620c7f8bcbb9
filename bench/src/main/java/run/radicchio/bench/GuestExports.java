package run.radicchio.bench;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitWorld;

/** What {@code guest-calls.wasm} exports. */
@WitWorld
public interface GuestExports {
  @Unsigned int add(@Unsigned int a, @Unsigned int b);

  @Unsigned int length(String text);

  String echo(String text);
}
