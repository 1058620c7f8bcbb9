package run.radicchio.component.runtime;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource type that exists at run time (CanonicalABI, {@code ResourceType}): one for each Java
 * type, and a new one each time that a component which defines one is instantiated.
 */
public final class RuntimeResource {
  private final String name;
  private final @Nullable ComponentInstance owner;
  private final Consumer<Destruction> destructor;

  /**
   * What a destructor is told.
   *
   * @param representation what the handle stood for
   * @param caller the instance that dropped it, or null for the host
   */
  public record Destruction(Object representation, @Nullable ComponentInstance caller) {}

  /**
   * A new resource type.
   *
   * @param owner the instance that defines it, or null for the host
   * @param destructor what to do when an owned handle is dropped
   */
  public RuntimeResource(
      String name, @Nullable ComponentInstance owner, Consumer<Destruction> destructor) {
    this.name = name;
    this.owner = owner;
    this.destructor = destructor;
  }

  /** Its name, for messages. */
  public String name() {
    return name;
  }

  /** The instance that defines it, or null for the host. */
  public @Nullable ComponentInstance owner() {
    return owner;
  }

  /** Destroys a resource whose owned handle was dropped. */
  public void destroy(Object representation, @Nullable ComponentInstance caller) {
    destructor.accept(new Destruction(representation, caller));
  }

  /** Who defines it, for messages. */
  String origin() {
    return owner == null ? "host-defined resource" : "guest-defined resource";
  }

  @Override
  public String toString() {
    return origin() + " " + name;
  }
}
