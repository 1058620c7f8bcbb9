package run.radicchio.component.type;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A resource type as type checking knows it: equal to nothing but itself.
 *
 * <p>It stands for a place in a component (an import, a definition, an export of an instance) or
 * for a Java interface; what runs has resource types of its own.
 */
public final class ResourceType {
  private final @Nullable String name;
  private final @Nullable Supplier<String> lateName;

  /**
   * A new type, different from every other.
   *
   * @param name its name for messages, such as {@code gpu-buffer}
   */
  public ResourceType(String name) {
    this.name = name;
    this.lateName = null;
  }

  /** The same for a type that gets its name later: a component that defines one names it last. */
  public ResourceType(Supplier<String> name) {
    this.name = null;
    this.lateName = name;
  }

  /** The name for messages and for printing; it decides nothing. */
  public String name() {
    return lateName == null ? String.valueOf(name) : lateName.get();
  }

  @Override
  public String toString() {
    return name();
  }
}
