package run.radicchio.component.abi;

import run.radicchio.component.Trap;

/** Strings on their own, for built-ins that take them. */
public final class Strings {
  private Strings() {}

  /** The string at an address of guest memory, of a number of (tagged) code units. */
  public static String lift(Context context, long address, int taggedCodeUnits) {
    return StringCodec.decode(context, address, taggedCodeUnits);
  }

  /** Stores where a string lies and how long it is, after having the guest allocate it. */
  public static void store(Context context, String string, long address) {
    context.checkPointer(
        address,
        StringCodec.INSTANCE.layout().alignment(),
        StringCodec.INSTANCE.size(),
        Trap.Kind.POINTER_OUT_OF_BOUNDS);
    StringCodec.INSTANCE.store(context, string, address);
  }
}
