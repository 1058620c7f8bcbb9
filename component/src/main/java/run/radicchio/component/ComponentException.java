package run.radicchio.component;

import org.jspecify.annotations.Nullable;

/**
 * What can go wrong with a component, by phase: reading it, checking it, linking it, running it.
 */
public abstract sealed class ComponentException extends RuntimeException
    permits MalformedComponentException, InvalidComponentException, LinkException, Trap {
  private static final long serialVersionUID = 1;

  ComponentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
