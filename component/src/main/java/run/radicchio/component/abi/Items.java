package run.radicchio.component.abi;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the elements are in Java that the host reads. */
sealed interface Items {

  /** How many elements may be read for a number of items. */
  int room(long items);

  /** Tells of elements that were read, in items; returns how many items that were. */
  int read(Elements.Lying lying, int count, Consumer<@Nullable Object> told);

  /** As a codec has them. */
  static Items of(TransferCodec codec) {
    return codec.chunked() && codec.item() instanceof NumericListCodec list
        ? new Chunks(list)
        : new Each(codec.item());
  }

  /**
   * An item is an element.
   *
   * @param codec null for elements of no type, which are null
   */
  record Each(@Nullable Codec codec) implements Items {
    @Override
    public int room(long items) {
      return (int) Math.min(items, Integer.MAX_VALUE);
    }

    @Override
    public int read(Elements.Lying lying, int count, Consumer<@Nullable Object> told) {
      Context context = lying.context();
      for (int i = 0; i < count; i++) {
        context.instance().store().quota().beginCopies();
        told.accept(
            codec == null ? null : codec.load(context, lying.address() + (long) i * codec.size()));
      }
      return count;
    }
  }

  /** An item is as many elements as come at once. */
  record Chunks(NumericListCodec codec) implements Items {
    /** Who is given a chunk often copies it, and a guest may write all of its memory at once. */
    private static final int LONGEST = 1 << 20;

    @Override
    public int room(long items) {
      return items > 0 ? LONGEST : 0;
    }

    @Override
    public int read(Elements.Lying lying, int count, Consumer<@Nullable Object> told) {
      Context context = lying.context();
      context.instance().store().quota().beginCopies();
      told.accept(codec.elements(context, lying.address(), count));
      return 1;
    }
  }
}
