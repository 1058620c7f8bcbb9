package run.radicchio.conformance.webgpu;

/**
 * How many cases ended how.
 *
 * @param failed those that did not what is expected of them, and those that pass though they are
 *     excluded
 * @param skipped those that say nothing of the adapter
 * @param excluded those that fail as {@code exclusions.txt} says
 */
public record Totals(int passed, int failed, int skipped, int excluded) {
  static final Totals NONE = new Totals(0, 0, 0, 0);

  Totals plus(Totals more) {
    return new Totals(
        passed + more.passed,
        failed + more.failed,
        skipped + more.skipped,
        excluded + more.excluded);
  }

  @Override
  public String toString() {
    return "%d passed, %d failed, %d skipped, %d excluded"
        .formatted(passed, failed, skipped, excluded);
  }
}
