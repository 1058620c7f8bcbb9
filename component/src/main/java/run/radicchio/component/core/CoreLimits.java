package run.radicchio.component.core;

/**
 * Asked before instances take memory of the host, and told when they give some back. Used by one
 * thread at a time.
 */
public interface CoreLimits {
  /** As much as there is. */
  CoreLimits NONE =
      new CoreLimits() {
        @Override
        public boolean takeMemory(long bytes) {
          return true;
        }

        @Override
        public boolean takeTableElements(long count) {
          return true;
        }

        @Override
        public void giveMemory(long bytes) {}

        @Override
        public void giveTableElements(long count) {}
      };

  /** Whether linear memories may have some bytes more, which then they have. */
  boolean takeMemory(long bytes);

  /** Whether tables may have some elements more, which then they have. */
  boolean takeTableElements(long count);

  /** Linear memories have some bytes less than before. */
  void giveMemory(long bytes);

  /** Tables have some elements less than before. */
  void giveTableElements(long count);
}
