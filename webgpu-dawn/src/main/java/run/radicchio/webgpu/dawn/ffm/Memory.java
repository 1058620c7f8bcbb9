package run.radicchio.webgpu.dawn.ffm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * The process's memory by address. Structures are written and read on hot paths: with addresses as
 * numbers that costs no object, and no check.
 */
public final class Memory {
  @SuppressWarnings("restricted")
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private Memory() {}

  /** The bytes from an address on, without a lifetime. */
  public static MemorySegment at(long address, long size) {
    return ALL.asSlice(address, size);
  }

  public static void clear(long address, long size) {
    ALL.asSlice(address, size).fill((byte) 0);
  }

  /** Copies bytes from an address to the beginning of a segment. */
  public static void copy(long address, MemorySegment to, long size) {
    MemorySegment.copy(ALL, address, to, 0, size);
  }

  /** The text in UTF-8 at an address; ill-formed parts are replaced. */
  public static String string(long address, long size) {
    return new String(ALL.asSlice(address, size).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
  }

  public static boolean getBoolean(long address) {
    return getInt(address) != 0;
  }

  public static void putBoolean(long address, boolean value) {
    putInt(address, value ? 1 : 0);
  }

  public static byte getByte(long address) {
    return ALL.get(JAVA_BYTE, address);
  }

  public static void putByte(long address, byte value) {
    ALL.set(JAVA_BYTE, address, value);
  }

  public static short getShort(long address) {
    return ALL.get(JAVA_SHORT, address);
  }

  public static void putShort(long address, short value) {
    ALL.set(JAVA_SHORT, address, value);
  }

  public static int getInt(long address) {
    return ALL.get(JAVA_INT, address);
  }

  public static void putInt(long address, int value) {
    ALL.set(JAVA_INT, address, value);
  }

  public static long getLong(long address) {
    return ALL.get(JAVA_LONG, address);
  }

  public static void putLong(long address, long value) {
    ALL.set(JAVA_LONG, address, value);
  }

  public static float getFloat(long address) {
    return ALL.get(JAVA_FLOAT, address);
  }

  public static void putFloat(long address, float value) {
    ALL.set(JAVA_FLOAT, address, value);
  }

  public static double getDouble(long address) {
    return ALL.get(JAVA_DOUBLE, address);
  }

  public static void putDouble(long address, double value) {
    ALL.set(JAVA_DOUBLE, address, value);
  }
}
