package run.radicchio.component.validation;

/**
 * Puts the {@link Facts} of a type together from those of its parts, for one type after another.
 */
final class FactsOfParts {
  private int size;
  private int depth;
  private int alignment;
  private int sequenceBytes;
  private int largestBytes;
  private int sequenceFlat;
  private int largestFlat;
  private boolean pointers;
  private boolean borrows;
  private boolean resources;
  private boolean named;
  private boolean needsName;

  /** Begins with no parts. */
  FactsOfParts begin() {
    size = 1;
    depth = 0;
    alignment = 1;
    sequenceBytes = 0;
    largestBytes = 0;
    sequenceFlat = 0;
    largestFlat = 0;
    pointers = false;
    borrows = false;
    resources = false;
    named = false;
    needsName = false;
    return this;
  }

  /** Adds the next part. */
  FactsOfParts add(Facts part) {
    size = Math.min(size + part.size(), TypeFacts.MAX_SIZE + 1);
    depth = Math.max(depth, part.depth());
    alignment = Math.max(alignment, part.alignment());
    sequenceBytes = limited(align(sequenceBytes, part.alignment()) + part.byteSize());
    largestBytes = Math.max(largestBytes, part.byteSize());
    sequenceFlat = Math.min(sequenceFlat + part.flatCount(), Flattening.MANY);
    largestFlat = Math.max(largestFlat, part.flatCount());
    pointers |= part.pointers();
    borrows |= part.borrows();
    resources |= part.resources();
    named |= part.named();
    needsName |= part.needsName();
    return this;
  }

  /** Says that the type has a name. */
  FactsOfParts named() {
    named = true;
    return this;
  }

  /** Says that the type itself must have a name to be exported. */
  FactsOfParts needsName() {
    needsName = true;
    return this;
  }

  /** Of the parts as values one after another. */
  Facts sequence() {
    return facts(align(sequenceBytes, alignment), alignment, sequenceFlat, pointers);
  }

  /** Of a value of one of the parts, after a number that says of so many cases which it is. */
  Facts oneOf(int cases) {
    int discriminant = cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;
    int whole = Math.max(alignment, discriminant);
    int bytes = limited(align(discriminant, alignment) + largestBytes);
    return facts(align(bytes, whole), whole, Math.min(largestFlat + 1, Flattening.MANY), pointers);
  }

  /** Of the only part so many times. */
  Facts repeated(long length) {
    return facts(
        (int) Math.min(sequenceBytes * length, TypeFacts.MAX_BYTE_SIZE),
        alignment,
        (int) Math.min(sequenceFlat * length, Flattening.MANY),
        pointers);
  }

  /** Of a number that stands for something of which the parts are a part. */
  Facts handle() {
    return facts(4, 4, 1, false);
  }

  /** Of an address and a length of memory that holds the parts. */
  Facts pointer() {
    return facts(2 * TypeFacts.POINTER, TypeFacts.POINTER, 2, true);
  }

  /** Of the only part under a name. */
  Facts same() {
    return facts(sequenceBytes, alignment, sequenceFlat, pointers);
  }

  private Facts facts(int bytes, int itsAlignment, int flatCount, boolean itsPointers) {
    return new Facts(
        size,
        limited(bytes),
        (byte) Math.min(depth + 1, TypeFacts.MAX_DEPTH + 1),
        (byte) itsAlignment,
        (byte) flatCount,
        itsPointers,
        borrows,
        resources,
        named,
        needsName);
  }

  private static int limited(int bytes) {
    return Math.min(bytes, TypeFacts.MAX_BYTE_SIZE);
  }

  private static int align(int position, int alignment) {
    return (position + alignment - 1) / alignment * alignment;
  }
}
