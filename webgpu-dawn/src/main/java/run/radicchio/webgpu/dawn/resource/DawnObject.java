package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuObject;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.object.Handle;

/** A resource that is one of Dawn's objects. */
interface DawnObject extends GpuObject {
  Handle handle();

  @Override
  default String label() {
    return handle().label();
  }

  @Override
  default void setLabel(String label) {
    handle().setLabel(label);
  }

  @Override
  default void close() {
    handle().close();
  }

  /**
   * The address of the object behind a resource, good until the end of a call.
   *
   * @throws IllegalArgumentException if the resource is not from Dawn
   * @throws IllegalStateException if it is closed
   */
  static long address(Call call, GpuObject resource) {
    return from(DawnObject.class, resource).handle().address(call);
  }

  /** The address of the object behind a resource, 0 for none. */
  static long addressOrNull(Call call, @Nullable GpuObject resource) {
    return resource == null ? 0 : address(call, resource);
  }

  /** A resource as the class that it must be of. */
  static <T> T from(Class<T> type, Object resource) {
    if (!type.isInstance(resource)) {
      throw new IllegalArgumentException(
          "a %s cannot be used with Dawn: only resources that Dawn made can"
              .formatted(resource.getClass().getName()));
    }
    return type.cast(resource);
  }

  /** The label in a descriptor, which is empty where there is none. */
  static String label(@Nullable String label) {
    return label == null ? "" : label;
  }
}
