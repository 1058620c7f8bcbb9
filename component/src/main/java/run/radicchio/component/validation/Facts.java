package run.radicchio.component.validation;

/**
 * What checking asks of a type of values.
 *
 * @param size how many types it would be if it were written out
 * @param depth how deep types are nested in it
 * @param byteSize the bytes of a value in linear memory of 64-bit pointers (CanonicalABI.md,
 *     "Element Size")
 * @param alignment of a value there, in bytes
 * @param flatCount how many core values it flattens to, or {@link Flattening#MANY} if more
 * @param pointers whether values refer to memory outside them (lists and strings)
 * @param borrows whether handles that are only lent are in it
 */
record Facts(
    long size,
    int depth,
    long byteSize,
    int alignment,
    int flatCount,
    boolean pointers,
    boolean borrows) {}
