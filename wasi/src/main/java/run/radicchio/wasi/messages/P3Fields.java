package run.radicchio.wasi.messages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import run.radicchio.wasi.p3.http.Fields;
import run.radicchio.wasi.p3.http.HeaderError;
import run.radicchio.wasi.p3.http.HeaderException;

/** Fields for guests of WASI 0.3. */
record P3Fields(FieldList list) implements Fields {
  /** Fields of a guest's. */
  static P3Fields of(List<Entry> entries) throws HeaderException {
    FieldList list = new FieldList();
    for (Entry entry : entries) {
      attempt(
          () -> {
            list.append(entry.name(), text(entry.value()));
            return List.of();
          });
    }
    return new P3Fields(list);
  }

  private static String text(ByteBuffer bytes) {
    return ISO_8859_1.decode(bytes.duplicate()).toString();
  }

  private static List<ByteBuffer> bytes(List<String> texts) {
    return texts.stream().map(text -> ByteBuffer.wrap(text.getBytes(ISO_8859_1))).toList();
  }

  private interface Change {
    List<String> make() throws FieldException;
  }

  private static List<String> attempt(Change change) throws HeaderException {
    try {
      return change.make();
    } catch (FieldException refused) {
      throw new HeaderException(
          switch (refused.reason()) {
            case INVALID_SYNTAX -> new HeaderError.InvalidSyntax();
            case FORBIDDEN -> new HeaderError.Forbidden();
            case IMMUTABLE -> new HeaderError.Immutable();
            case SIZE_EXCEEDED -> new HeaderError.SizeExceeded();
          });
    }
  }

  @Override
  public List<ByteBuffer> get(String name) {
    return bytes(list.get(name));
  }

  @Override
  public boolean has(String name) {
    return list.has(name);
  }

  @Override
  public void set(String name, List<ByteBuffer> value) throws HeaderException {
    attempt(
        () -> {
          list.set(name, value.stream().map(P3Fields::text).toList());
          return List.of();
        });
  }

  @Override
  public void delete(String name) throws HeaderException {
    attempt(() -> list.delete(name));
  }

  @Override
  public List<ByteBuffer> getAndDelete(String name) throws HeaderException {
    return bytes(attempt(() -> list.delete(name)));
  }

  @Override
  public void append(String name, ByteBuffer value) throws HeaderException {
    attempt(
        () -> {
          list.append(name, text(value));
          return List.of();
        });
  }

  @Override
  public List<Entry> copyAll() {
    return list.all().stream()
        .map(field -> new Entry(field.name(), ByteBuffer.wrap(field.value().getBytes(ISO_8859_1))))
        .toList();
  }

  @Override
  public Fields copy() {
    return new P3Fields(list.copy());
  }

  @Override
  public void close() {}
}
