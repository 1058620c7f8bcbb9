package run.radicchio.wasi.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.messages.FieldException.Reason;

/**
 * Headers or trailers, in their order and as they were written. They can be changed until they are
 * part of a message. One guest's, which calls one at a time.
 */
final class FieldList {
  /** How large all fields may be together: their names, their values, and 32 bytes for each. */
  private static final int MOST = 1 << 17;

  private static final int OVERHEAD = 32;

  private static final String CONTENT_LENGTH = "content-length";
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  /** What is between the host and the next one, and not between the two ends (RFC 9110, 7.6.1). */
  private static final Set<String> OF_HOST =
      Set.of(
          "connection",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "transfer-encoding",
          "upgrade");

  private final List<Field> fields = new ArrayList<>();
  private int size;
  private boolean fixed;

  /** Fields that came: without those that are the host's matter, and not to be changed. */
  static FieldList received(List<Field> given) {
    FieldList list = new FieldList();
    given.stream().filter(field -> !isOfHost(field.name())).forEach(list.fields::add);
    list.fixed = true;
    return list;
  }

  private static boolean isOfHost(String name) {
    return OF_HOST.contains(name.toLowerCase(Locale.ROOT));
  }

  /** All of them. */
  List<Field> all() {
    return List.copyOf(fields);
  }

  /** A copy that can be changed. */
  FieldList copy() {
    FieldList copy = new FieldList();
    copy.fields.addAll(fields);
    copy.size = size;
    return copy;
  }

  /** They are part of a message from now on, and stay as they are. */
  FieldList fix() {
    fixed = true;
    return this;
  }

  List<String> get(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }

  void append(String name, String value) throws FieldException {
    checkName(name);
    if (!isValue(value)) {
      throw new FieldException(Reason.INVALID_SYNTAX);
    }
    int grown = size + name.length() + value.length() + OVERHEAD;
    if (grown > MOST) {
      throw new FieldException(Reason.SIZE_EXCEEDED);
    }
    fields.add(new Field(name, value));
    size = grown;
  }

  void set(String name, List<String> values) throws FieldException {
    checkName(name);
    FieldList changed = copy();
    changed.remove(name);
    for (String value : values) {
      changed.append(name, value);
    }
    fields.clear();
    fields.addAll(changed.fields);
    size = changed.size;
  }

  /** Removes a field; returns the values that it had. */
  List<String> delete(String name) throws FieldException {
    checkName(name);
    List<String> values = get(name);
    remove(name);
    return values;
  }

  private void remove(String name) {
    fields.removeIf(field -> field.name().equalsIgnoreCase(name));
    size =
        fields.stream()
            .mapToInt(field -> field.name().length() + field.value().length() + OVERHEAD)
            .sum();
  }

  /** How long a body is, by its headers; empty where they do not say, or what is no length. */
  Optional<Long> contentLength() {
    List<String> values = get(CONTENT_LENGTH);
    return values.size() == 1 && LENGTH.matcher(values.getFirst()).matches()
        ? Optional.of(Long.valueOf(values.getFirst()))
        : Optional.empty();
  }

  private void checkName(String name) throws FieldException {
    if (fixed) {
      throw new FieldException(Reason.IMMUTABLE);
    } else if (!isToken(name)) {
      throw new FieldException(Reason.INVALID_SYNTAX);
    } else if (isOfHost(name)) {
      throw new FieldException(Reason.FORBIDDEN);
    }
  }

  /** RFC 9110, 5.6.2. */
  static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }

  /** RFC 9110, 5.5. */
  private static boolean isValue(String text) {
    return text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f));
  }
}
