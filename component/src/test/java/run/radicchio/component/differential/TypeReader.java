package run.radicchio.component.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;

/** Reads types from text without spaces, such as {@code tuple<u8,stream<_>>}; {@code _} is none. */
final class TypeReader {
  private final Function<String, ResourceType> resources;
  private final String text;
  private int position;

  private TypeReader(Function<String, ResourceType> resources, String text) {
    this.resources = resources;
    this.text = text;
  }

  /** The types between commas; none in an empty text. */
  static List<ValType> all(Function<String, ResourceType> resources, String text) {
    TypeReader reader = new TypeReader(resources, text);
    return text.isEmpty() ? List.of() : reader.list();
  }

  /** One type, or null where the text is {@code _}. */
  static @Nullable ValType optional(Function<String, ResourceType> resources, String text) {
    return new TypeReader(resources, text).optional();
  }

  private List<ValType> list() {
    List<ValType> types = new ArrayList<>();
    do {
      types.add(one());
    } while (skip(','));
    return types;
  }

  private boolean skip(char expected) {
    boolean found = position < text.length() && text.charAt(position) == expected;
    if (found) {
      position++;
    }
    return found;
  }

  private String word() {
    int start = position;
    while (position < text.length() && "<>,".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private ValType one() {
    ValType type = optional();
    if (type == null) {
      throw new IllegalArgumentException("`_` is no type by itself, in " + text);
    }
    return type;
  }

  private @Nullable ValType optional() {
    String name = word();
    if (!skip('<')) {
      return name.equals("_") ? null : primitive(name);
    }
    ValType type =
        switch (name) {
          case "stream" -> new StreamType(optional());
          case "future" -> new FutureType(optional());
          case "list" -> new ListType(one(), null);
          case "tuple" -> new TupleType(list());
          case "own" -> new OwnType(resources.apply(word()));
          case "borrow" -> new BorrowType(resources.apply(word()));
          default -> throw new IllegalArgumentException("unknown type " + name + " in " + text);
        };
    if (!skip('>')) {
      throw new IllegalArgumentException("a `>` is missing in " + text);
    }
    return type;
  }

  private static PrimitiveType primitive(String name) {
    for (PrimitiveType type : PrimitiveType.values()) {
      if (type.witName().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown type " + name);
  }
}
