package run.radicchio.component.core.memory;

/** What the first pages of a reservation were once. */
interface PageImage {
  /**
   * Makes them that again, and those after them zero.
   *
   * @param used how many bytes of the reservation may have been written
   */
  void restore(long used);
}
