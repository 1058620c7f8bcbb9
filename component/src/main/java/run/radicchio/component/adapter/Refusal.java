package run.radicchio.component.adapter;

/** A caller takes a call back before any code of the guest has run for it. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final transient RuntimeException reason;

  /** One for a reason, which is the caller's: what it has are no such arguments. */
  public Refusal(RuntimeException reason) {
    super(null, reason, false, false);
    this.reason = reason;
  }

  /** Why. */
  public RuntimeException reason() {
    return reason;
  }
}
