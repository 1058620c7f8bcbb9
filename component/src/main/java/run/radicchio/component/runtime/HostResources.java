package run.radicchio.component.runtime;

import java.util.Map;
import java.util.WeakHashMap;
import run.radicchio.component.type.ResourceType;

/**
 * The resource types of the host at run time: one for each that a Java interface stands for, in
 * every store alike.
 */
public final class HostResources {
  private static final Map<ResourceType, RuntimeResource> RESOURCES = new WeakHashMap<>();

  private HostResources() {}

  /** What a resource type of a Java interface stands for; dropping an owned handle closes it. */
  public static RuntimeResource of(ResourceType type) {
    synchronized (RESOURCES) {
      return RESOURCES.computeIfAbsent(
          type, t -> new RuntimeResource(t.name(), null, HostResources::close));
    }
  }

  private static void close(RuntimeResource.Destruction destruction) {
    if (destruction.representation() instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        throw new IllegalStateException("closing a resource failed", failure);
      }
    }
  }
}
