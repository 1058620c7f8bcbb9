package run.radicchio.component.abi;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.Buffer;
import run.radicchio.component.runtime.ComponentInstance;

/**
 * Room for what the host reads, each item being told as it comes: from a guest, or from the host
 * itself where a guest gives back what it was given.
 */
final class HostSink implements Buffer.Sink {
  private final ComponentInstance giver;
  private final Items items;
  private final Consumer<@Nullable Object> told;
  private long room;

  /**
   * For a number of items.
   *
   * @param giver the instance that gave the host what it reads from
   */
  HostSink(ComponentInstance giver, Items items, long room, Consumer<@Nullable Object> told) {
    this.giver = giver;
    this.items = items;
    this.room = room;
    this.told = told;
  }

  @Override
  public int remaining() {
    return items.room(room);
  }

  @Override
  public boolean isZeroLength() {
    return false;
  }

  @Override
  public void moveFrom(Source source, int count) {
    if (!(source instanceof Elements elements)) {
      throw new IllegalArgumentException("unknown source " + source);
    }
    room -= items.read(elements.take(count, giver), count, told);
  }
}
