package run.radicchio.component.abi;

/** Elements that the host wrote, waiting to be read. */
sealed interface HostElements extends Elements permits HostValues, HostChunks {

  /** Adds what a publisher gave. */
  void add(Object item);

  /** How many items to have for a number of elements, which is at least 1. */
  long itemsFor(int elements);

  /** Stores elements in a guest's memory; returns the address after them. */
  long store(Context context, long address, int count);

  /** Forgets all, since nobody will read it. */
  void discard();
}
