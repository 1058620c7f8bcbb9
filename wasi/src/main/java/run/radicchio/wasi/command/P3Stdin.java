package run.radicchio.wasi.command;

import java.nio.ByteBuffer;
import run.radicchio.wasi.p3.cli.Stdin;
import run.radicchio.wasi.streams.Drawn;
import run.radicchio.wasi.streams.InputPump;
import run.radicchio.wasi.streams.InputSource;

/** Standard input of WASI 0.3. */
public record P3Stdin(InputPump pump) implements Stdin {
  @Override
  public Input readViaStream() {
    Drawn<ByteBuffer> data = Drawn.whenItComes(new InputSource(pump));
    return new Input(data, data.end().thenApply(P3Ends::result));
  }
}
