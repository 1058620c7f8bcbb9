package run.radicchio.component.runtime;

/** How a copy ended (CanonicalABI, {@code CopyResult}). */
public enum CopyResult {
  COMPLETED(0),
  DROPPED(1),
  CANCELLED(2);

  private final int code;

  CopyResult(int code) {
    this.code = code;
  }

  /** The code in the ABI. */
  public int code() {
    return code;
  }
}
