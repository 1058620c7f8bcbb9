package run.radicchio.wasi.p3.http;

import java.nio.ByteBuffer;
import java.util.List;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;

/** Headers or trailers: names, each with one value or several. */
@WitResource
public interface Fields extends AutoCloseable {
  /** One value of a field. */
  @Tuple
  record Entry(@FieldName String name, @FieldValue ByteBuffer value) {}

  /** All values of a field, in their order; none where it is not there. */
  List<@FieldValue ByteBuffer> get(@FieldName String name);

  /** Whether a field is there. */
  boolean has(@FieldName String name);

  /** Sets all values of a field, in place of those it has. */
  void set(@FieldName String name, List<@FieldValue ByteBuffer> value) throws HeaderException;

  /** Removes a field, if it is there. */
  void delete(@FieldName String name) throws HeaderException;

  /** Removes a field, if it is there; returns the values that it had. */
  List<@FieldValue ByteBuffer> getAndDelete(@FieldName String name) throws HeaderException;

  /** Adds one more value of a field. */
  void append(@FieldName String name, @FieldValue ByteBuffer value) throws HeaderException;

  /** All fields, as they are sent. */
  List<Entry> copyAll();

  /** The same fields once more, which can be changed. */
  @WitName("clone")
  Fields copy();

  @Override
  void close();
}
