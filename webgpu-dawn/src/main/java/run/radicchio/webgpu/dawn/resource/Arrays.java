package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuObject;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;

/** Lists as arrays that Dawn reads. */
final class Arrays {
  private Arrays() {}

  /** The address of the handles of resources, null for those that are null. */
  static long handles(Call call, List<? extends @Nullable GpuObject> resources) {
    long array = call.allocate((long) resources.size() * Long.BYTES);
    long next = array;
    for (GpuObject resource : resources) {
      Memory.putLong(next, DawnObject.addressOrNull(call, resource));
      next += Long.BYTES;
    }
    return array;
  }

  /** The address of constants as Dawn numbers them. */
  static <E extends @Nullable Object> long values(
      Call call, List<E> constants, ToIntFunction<E> value) {
    long array = call.allocate((long) constants.size() * Integer.BYTES);
    long next = array;
    for (E constant : constants) {
      Memory.putInt(next, value.applyAsInt(constant));
      next += Integer.BYTES;
    }
    return array;
  }

  /** Writes one element of an array of structures at an address. */
  @FunctionalInterface
  interface Element<T extends @Nullable Object> {
    void write(Call call, T from, long to);
  }

  /** The address of structures of a size, each written by a function. */
  static <T extends @Nullable Object> long structures(
      Call call, List<T> elements, long size, Element<T> element) {
    long array = call.allocate(elements.size() * size);
    long next = array;
    for (T from : elements) {
      element.write(call, from, next);
      next += size;
    }
    return array;
  }
}
