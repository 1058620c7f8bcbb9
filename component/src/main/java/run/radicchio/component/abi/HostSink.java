package run.radicchio.component.abi;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.Buffer;

/** Room for values that the host reads from a guest, each being told as it comes. */
final class HostSink implements Buffer.Sink {
  private final @Nullable Codec codec;
  private final Consumer<@Nullable Object> values;
  private int remaining;

  HostSink(@Nullable Codec codec, int room, Consumer<@Nullable Object> values) {
    this.codec = codec;
    this.remaining = room;
    this.values = values;
  }

  @Override
  public int remaining() {
    return remaining;
  }

  @Override
  public boolean isZeroLength() {
    return false;
  }

  @Override
  public void moveFrom(Source source, int count) {
    if (!(source instanceof GuestBuffer guest)) {
      throw new IllegalArgumentException("the host reads from guests only, not from " + source);
    }
    for (int i = 0; i < count; i++) {
      remaining--;
      values.accept(guest.take(codec));
    }
  }
}
