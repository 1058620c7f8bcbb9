package run.radicchio.component.runtime;

/** A message about an error that a guest passes on (CanonicalABI, {@code error-context}). */
public record ErrorContext(String debugMessage) implements Handle {
  @Override
  public String describe() {
    return "error-context";
  }
}
