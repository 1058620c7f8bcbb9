package run.radicchio.conformance;

/**
 * How many commands of scripts ended how.
 *
 * @param passed those that ended as their script says, {@code otherWords} of them included
 * @param failed those that did not, and those that pass though they are excluded
 * @param skipped those that are excluded
 * @param otherWords those that were refused as they must be, in words other than the script's
 */
public record Totals(int passed, int failed, int skipped, int otherWords) {
  static final Totals NONE = new Totals(0, 0, 0, 0);

  Totals plus(Totals more) {
    return new Totals(
        passed + more.passed,
        failed + more.failed,
        skipped + more.skipped,
        otherWords + more.otherWords);
  }

  @Override
  public String toString() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
  }
}
