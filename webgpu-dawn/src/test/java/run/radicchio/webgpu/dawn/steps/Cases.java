package run.radicchio.webgpu.dawn.steps;

/** Cases of enums as the numbers that the guest knows. */
final class Cases {
  private Cases() {}

  @SuppressWarnings("EnumOrdinal") // a case is numbered by its place in the type, which is this
  static long number(Enum<?> value) {
    return value.ordinal();
  }

  static <E extends Enum<E>> E of(Class<E> type, long number) {
    return type.getEnumConstants()[(int) number];
  }
}
