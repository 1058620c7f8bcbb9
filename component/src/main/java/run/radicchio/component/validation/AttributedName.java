package run.radicchio.component.validation;

import java.util.EnumSet;
import java.util.Set;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;

/**
 * The name of an import or export and what is said of it beside (Binary.md, {@code
 * nameattributes}). Attributes are checked; they decide nothing.
 *
 * @param text the name as it is written
 * @param parsed the name taken apart
 * @param attributes the kinds of attributes that it has
 */
record AttributedName(String text, ExternName parsed, Set<Attribute> attributes) {

  /** The kinds of attributes, in the order of their codes. */
  enum Attribute {
    IMPLEMENTS("implements", "the value of implements"),
    VERSIONSUFFIX("versionsuffix", "the value of versionsuffix"),
    EXTERNAL_ID("external-id", "the value of external-id");

    private static final Attribute[] BY_CODE = values();

    private final String text;
    private final String value;

    Attribute(String text, String value) {
      this.text = text;
      this.value = value;
    }

    /** The name in the text format. */
    String text() {
      return text;
    }
  }

  /**
   * Reads a name.
   *
   * @param what "import name" or "export name", for messages
   */
  static AttributedName read(BinaryReader reader, String what) {
    int offset = reader.offset();
    int prefix = reader.u8("component name");
    if (prefix > 2) {
      throw reader.unexpectedByte(prefix, "component name");
    }
    String text = reader.name(what);
    ExternName parsed = ExternName.parse(text, what, offset);
    if (prefix != 2) {
      return new AttributedName(text, parsed, Set.of());
    }
    Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    for (int left = reader.u32("the number of name options"); left != 0; left--) {
      attributes.add(attribute(reader, parsed, attributes));
    }
    return new AttributedName(text, parsed, attributes);
  }

  private static Attribute attribute(
      BinaryReader reader, ExternName name, Set<Attribute> attributes) {
    int offset = reader.offset();
    int code = reader.u8("name option");
    if (code >= Attribute.BY_CODE.length) {
      throw reader.unexpectedByte(code, "name option");
    }
    Attribute attribute = Attribute.BY_CODE[code];
    String value = reader.name(attribute.value);
    if (attributes.contains(attribute)) {
      throw new InvalidComponentException(
          "duplicate '" + attribute.text() + "' option in name", offset);
    }
    switch (attribute) {
      case IMPLEMENTS -> {
        ExternName implemented =
            ExternName.parse(value, "not a valid name for `implements`:", offset);
        if (!(implemented instanceof ExternName.Interface)) {
          throw new InvalidComponentException(
              "`implements` must be an interface, found `" + value + "`", offset);
        }
      }
      case VERSIONSUFFIX -> {
        if (!(name instanceof ExternName.Interface(String text, String version)
            && version != null
            && Names.isCanonicalVersion(version)
            && Names.isVersion(version + value))) {
          throw new InvalidComponentException(
              "`versionsuffix` of `%s` must complete the canonical version of an interface"
                  .formatted(value),
              offset);
        }
      }
      case EXTERNAL_ID -> {}
    }
    return attribute;
  }

  /**
   * Checks that the attributes go with the name and a type.
   *
   * @throws InvalidComponentException if not
   */
  void checkAttributes(ExternType type, long offset) {
    if (!attributes.contains(Attribute.IMPLEMENTS)) {
      return;
    }
    if (!(type instanceof InstanceType)) {
      throw new InvalidComponentException(
          "only instances can have an `implements`, which `" + text + "` is not", offset);
    }
    if (!(parsed instanceof ExternName.Label)) {
      throw new InvalidComponentException(
          "name `" + text + "` is not valid with `implements`: expected a plain name", offset);
    }
  }
}
