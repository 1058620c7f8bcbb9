package run.radicchio.bench;

import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

/** What {@code host-calls.wasm} imports. */
@WitInterface("radicchio:bench/host")
public interface Host {
  /** A resource of the host. */
  @WitResource
  interface Counter extends AutoCloseable {
    @Unsigned int add(@Unsigned int amount);

    @Override
    void close();
  }

  /** An enum. */
  enum Color {
    RED,
    GREEN,
    BLUE
  }

  /** Flags. */
  enum Access {
    READ,
    WRITE,
    EXECUTE
  }

  /** A variant. */
  sealed interface Shape {
    /** With its radius. */
    record Circle(float radius) implements Shape {}

    /** With its side. */
    record Square(@Unsigned int side) implements Shape {}

    /** No shape. */
    record Nothing() implements Shape {}
  }

  /** A record of eight fields, five of them options. */
  record Settings(
      @Unsigned int size,
      @Nullable @Unsigned Integer count,
      @Nullable Float low,
      @Nullable Float high,
      boolean mapped,
      @Nullable @Unsigned Long offset,
      @Nullable Color color,
      @Unsigned int usage) {}

  /** An error. */
  @ErrorType
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final Color error;

    /** With the error's payload. */
    public RefusedException(Color error) {
      super(error.name());
      this.error = error;
    }

    /** The error's payload. */
    public Color error() {
      return error;
    }
  }

  @Unsigned int add(@Unsigned int a, @Unsigned int b);

  Counter newCounter();

  Counter pass(Counter counter);

  @Unsigned int length(String text);

  String greeting();

  @Unsigned int configure(Settings settings);

  @Unsigned int configureAt(
      @Unsigned int x, @Unsigned int y, @Unsigned int z, @Unsigned int w, Settings settings);

  @Unsigned int size(ByteBuffer bytes);

  @Unsigned int count(@Unsigned int[] numbers);

  @Unsigned int paint(Color color, Set<Access> access);

  @Unsigned int area(Shape shape);

  @Unsigned int check(@Unsigned int value) throws RefusedException;
}
