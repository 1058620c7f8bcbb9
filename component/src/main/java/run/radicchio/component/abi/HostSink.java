package run.radicchio.component.abi;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.Buffer;
import run.radicchio.component.runtime.ComponentInstance;

/**
 * Room for values that the host reads, each being told as it comes: from a guest, or from the host
 * itself where a guest gives back what it was given.
 */
final class HostSink implements Buffer.Sink {
  private final ComponentInstance giver;
  private final @Nullable Codec codec;
  private final Consumer<@Nullable Object> values;
  private int remaining;

  /**
   * For a number of values.
   *
   * @param giver the instance that gave the host what it reads from
   * @param codec of the values; null for values of no type
   */
  HostSink(
      ComponentInstance giver, @Nullable Codec codec, int room, Consumer<@Nullable Object> values) {
    this.giver = giver;
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
    for (int i = 0; i < count; i++) {
      remaining--;
      values.accept(
          switch (source) {
            case GuestBuffer guest -> guest.take(codec);
            case HostValues own -> own.take(codec, giver);
            default -> throw new IllegalArgumentException("unknown source " + source);
          });
    }
  }
}
