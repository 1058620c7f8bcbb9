package run.radicchio.wasi.messages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import run.radicchio.wasi.p2.http.Fields;
import run.radicchio.wasi.p2.http.HeaderError;
import run.radicchio.wasi.p2.http.HeaderException;

/** Fields for guests of WASI 0.2. */
record P2Fields(FieldList list) implements Fields {
  /** Fields of a guest's. */
  static P2Fields of(List<Entry> entries) throws HeaderException {
    FieldList list = new FieldList();
    for (Entry entry : entries) {
      attempt(() -> list.append(entry.name(), text(entry.value())));
    }
    return new P2Fields(list);
  }

  private static String text(ByteBuffer bytes) {
    return ISO_8859_1.decode(bytes.duplicate()).toString();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  private interface Change {
    void make() throws FieldException;
  }

  /** Makes a change; one that would be too large is no error that guests could be told of. */
  private static void attempt(Change change) throws HeaderException {
    try {
      change.make();
    } catch (FieldException refused) {
      throw new HeaderException(
          switch (refused.reason()) {
            case INVALID_SYNTAX -> new HeaderError.InvalidSyntax();
            case FORBIDDEN -> new HeaderError.Forbidden();
            case IMMUTABLE -> new HeaderError.Immutable();
            case SIZE_EXCEEDED ->
                throw new IllegalArgumentException("the fields are too large", refused);
          });
    }
  }

  @Override
  public List<ByteBuffer> get(String name) {
    return list.get(name).stream().map(P2Fields::bytes).toList();
  }

  @Override
  public boolean has(String name) {
    return list.has(name);
  }

  @Override
  public void set(String name, List<ByteBuffer> value) throws HeaderException {
    attempt(() -> list.set(name, value.stream().map(P2Fields::text).toList()));
  }

  @Override
  public void delete(String name) throws HeaderException {
    attempt(() -> list.delete(name));
  }

  @Override
  public void append(String name, ByteBuffer value) throws HeaderException {
    attempt(() -> list.append(name, text(value)));
  }

  @Override
  public List<Entry> entries() {
    return list.all().stream().map(field -> new Entry(field.name(), bytes(field.value()))).toList();
  }

  @Override
  public Fields copy() {
    return new P2Fields(list.copy());
  }

  @Override
  public void close() {}
}
