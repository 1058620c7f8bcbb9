package run.radicchio.component.validation;

import run.radicchio.component.InvalidComponentException;

/** Features that the specification describes but has not released (Explainer, "Gated Features"). */
final class Gated {
  private Gated() {}

  /** The error for one that is not supported, by its name in the plural. */
  static InvalidComponentException feature(String plural, long offset) {
    return new InvalidComponentException(
        plural + " are a gated feature of the Component Model, which is not supported", offset);
  }
}
