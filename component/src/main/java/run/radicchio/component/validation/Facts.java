package run.radicchio.component.validation;

/**
 * What checking asks of a type of values. There is one for each type, so it is small.
 *
 * @param size how many types it would be if it were written out, or more than {@link
 *     TypeFacts#MAX_SIZE}
 * @param byteSize the bytes of a value in linear memory of 64-bit pointers (CanonicalABI.md,
 *     "Element Size"), or {@link TypeFacts#MAX_BYTE_SIZE} if more
 * @param depth how deep types are nested in it
 * @param alignment of a value there, in bytes
 * @param flatCount how many core values it flattens to, or {@link Flattening#MANY} if more
 * @param pointers whether values refer to memory outside them (lists and strings)
 * @param borrows whether handles that are only lent are in it
 * @param resources whether handles of resources are in it
 * @param named whether types that have a name are in it
 * @param needsName whether it has parts that must have a name to be exported: resource types,
 *     records, variants, enums and flags
 */
record Facts(
    int size,
    int byteSize,
    byte depth,
    byte alignment,
    byte flatCount,
    boolean pointers,
    boolean borrows,
    boolean resources,
    boolean named,
    boolean needsName) {}
