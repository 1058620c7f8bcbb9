package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreModule;

/** Any accesses to memory do what they would to an array. */
final class MemoryModelTest {
  private static final int PAGE = 0x10000;
  private static final CoreModule MODULE = Modules.module("memory");

  /** One access: a function of the module, an address, and for some a value or a length. */
  record Access(String function, int address, long value, int length) {}

  /** A load as Java does it in an array that is long enough. */
  interface Load {
    Object from(ByteBuffer memory, int address);
  }

  /** Likewise a store. */
  interface Store {
    void to(ByteBuffer memory, int address, long value);
  }

  private record Width<T>(int bytes, T access) {}

  private static final Map<String, Width<Load>> LOADS =
      Map.ofEntries(
          Map.entry("i32.load", new Width<>(4, ByteBuffer::getInt)),
          Map.entry("i32.load8_s", new Width<>(1, (m, a) -> (int) m.get(a))),
          Map.entry("i32.load8_u", new Width<>(1, (m, a) -> m.get(a) & 0xff)),
          Map.entry("i32.load16_s", new Width<>(2, (m, a) -> (int) m.getShort(a))),
          Map.entry("i32.load16_u", new Width<>(2, (m, a) -> m.getShort(a) & 0xffff)),
          Map.entry("i64.load", new Width<>(8, ByteBuffer::getLong)),
          Map.entry("i64.load8_s", new Width<>(1, (m, a) -> (long) m.get(a))),
          Map.entry("i64.load16_u", new Width<>(2, (m, a) -> m.getShort(a) & 0xffffL)),
          Map.entry("i64.load32_s", new Width<>(4, (m, a) -> (long) m.getInt(a))),
          Map.entry("i64.load32_u", new Width<>(4, (m, a) -> m.getInt(a) & 0xffffffffL)),
          Map.entry("f32.load", new Width<>(4, ByteBuffer::getFloat)),
          Map.entry("f64.load", new Width<>(8, ByteBuffer::getDouble)));

  private static final Map<String, Width<Store>> STORES =
      Map.ofEntries(
          Map.entry("i32.store", new Width<>(4, (m, a, v) -> m.putInt(a, (int) v))),
          Map.entry("i32.store8", new Width<>(1, (m, a, v) -> m.put(a, (byte) v))),
          Map.entry("i32.store16", new Width<>(2, (m, a, v) -> m.putShort(a, (short) v))),
          Map.entry("i64.store", new Width<>(8, ByteBuffer::putLong)),
          Map.entry("i64.store8", new Width<>(1, (m, a, v) -> m.put(a, (byte) v))),
          Map.entry("i64.store16", new Width<>(2, (m, a, v) -> m.putShort(a, (short) v))),
          Map.entry("i64.store32", new Width<>(4, (m, a, v) -> m.putInt(a, (int) v))),
          Map.entry("f32.store", new Width<>(4, (m, a, v) -> m.putFloat(a, (float) v))),
          Map.entry("f64.store", new Width<>(8, (m, a, v) -> m.putDouble(a, (double) v))));

  /** Any address, most of them about the beginning and the end of the memory. */
  private static Arbitrary<Integer> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 64),
        Arbitraries.integers().between(PAGE - 64, PAGE + 16),
        Arbitraries.integers());
  }

  @Provide
  Arbitrary<List<Access>> accesses() {
    Arbitrary<String> functions =
        Arbitraries.oneOf(
            Arbitraries.of(LOADS.keySet()),
            Arbitraries.of(STORES.keySet()),
            Arbitraries.of("fill", "copy"));
    return Combinators.combine(functions, addresses(), Arbitraries.longs(), addresses())
        .as(Access::new)
        .list()
        .ofMaxSize(50);
  }

  @Property(tries = 300)
  void accessesAreThoseOfAnArray(@ForAll("accesses") List<Access> accesses) {
    try (CoreInstance guest = MODULE.instantiate(List.of())) {
      MemorySegment memory = ((CoreExtern.Memory) guest.export("memory")).segment();
      byte[] model = memory.toArray(ValueLayout.JAVA_BYTE);
      for (Access access : accesses) {
        assertEquals(inModel(model, access), inGuest(guest, access), access::toString);
      }
      assertEquals(-1, memory.mismatch(MemorySegment.ofArray(model)));
    }
  }

  private static @Nullable Object inGuest(CoreInstance guest, Access access) {
    String function = access.function();
    try {
      if (LOADS.containsKey(function)) {
        return Modules.call(guest, function, access.address());
      }
      if (STORES.containsKey(function)) {
        return Modules.call(guest, function, access.address(), value(access));
      }
      return Modules.call(guest, function, access.address(), (int) access.value(), access.length());
    } catch (Trap trap) {
      return trap.kind();
    }
  }

  private static Object value(Access access) {
    return switch (access.function().substring(0, 3)) {
      case "i32" -> (int) access.value();
      case "f32" -> (float) access.value();
      case "f64" -> (double) access.value();
      default -> access.value();
    };
  }

  private static @Nullable Object inModel(byte[] bytes, Access access) {
    ByteBuffer model = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String function = access.function();
    int address = access.address();
    Width<Load> load = LOADS.get(function);
    if (load != null) {
      return isInBounds(address, load.bytes())
          ? load.access().from(model, address)
          : Trap.Kind.MEMORY_OUT_OF_BOUNDS;
    }
    Width<Store> store = STORES.get(function);
    int source = (int) access.value();
    int length = access.length();
    if (!isInBounds(address, store == null ? length : store.bytes())
        || (function.equals("copy") && !isInBounds(source, length))) {
      return Trap.Kind.MEMORY_OUT_OF_BOUNDS;
    }
    if (store != null) {
      store.access().to(model, address, access.value());
    } else if (function.equals("fill")) {
      Arrays.fill(bytes, address, address + length, (byte) source);
    } else {
      System.arraycopy(bytes, source, bytes, address, length);
    }
    return null;
  }

  private static boolean isInBounds(int address, int bytes) {
    return Integer.toUnsignedLong(address) + Integer.toUnsignedLong(bytes) <= PAGE;
  }
}
