package run.radicchio.component.example;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.CodePoint;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.Static;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;

/** An interface with every kind of type. */
@WitInterface(
    value = "example:library/library",
    versions = "0.1.0",
    types = {Library.Binding.class, Library.Weight.class},
    uses = Calendar.class)
public interface Library {
  /** How many. */
  @TypeAlias(int.class)
  @Unsigned @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  @interface Count {}

  /** In grams; no function uses it. */
  @TypeAlias(float.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  @interface Weight {}

  /** How a book is bound; no function uses it. */
  enum Binding {
    HARD_COVER,
    PAPERBACK,
    @WitName("e-book")
    ELECTRONIC
  }

  /** What a book may be. */
  enum Mark {
    LENT,
    LOST,
    RARE
  }

  /** A book. */
  record Book(
      String title,
      @Count int pages,
      @Nullable @Count Integer edition,
      Set<Mark> marks,
      Place place,
      Calendar.@Nullable Day printed,
      @WitName("type") @CodePoint int kind) {}

  /** Where a book is. */
  sealed interface Place {
    /** On a shelf. */
    record OnShelf(@Borrow Shelf shelf) implements Place {}

    /** At a table, perhaps a known one. */
    record AtTable(@Nullable Short table) implements Place {}

    /** Nobody knows. */
    record Nowhere() implements Place {}
  }

  /** Two numbers, the second not negative. */
  @Tuple
  record Range(@Unsigned long from, long to) {
    public Range {
      if (to < 0) {
        throw new IllegalArgumentException("a range to " + to);
      }
    }
  }

  /** Why a book is not there. */
  record Refusal(int code, String message) {}

  /** A book is not there. */
  @ErrorType
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // an int and a string
    private final Refusal error;

    public RefusedException(Refusal error) {
      super(error.message());
      this.error = error;
    }

    public Refusal error() {
      return error;
    }
  }

  /** The library is closed. */
  @ErrorType
  final class ClosedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** A shelf. */
  @WitResource
  interface Shelf extends Labelled, AutoCloseable {
    @Count
    int length();

    boolean put(Book book, @Unsigned byte level);

    CompletionStage<@Nullable String> find(String title) throws RefusedException;

    @Future CompletionStage<Calendar.Alarm> dusted();

    Flow.Publisher<@CodePoint Integer> letters();

    Flow.Publisher<Void> knocks();

    @Override
    void close();

    /** Java's convenience, no function. */
    default boolean isEmpty() {
      return length() == 0;
    }
  }

  /** What shelves have in common with whatever has a label. */
  interface Labelled {
    String label();

    void setLabel(String label);
  }

  void open() throws ClosedException;

  @Constructor
  Shelf newShelf(@Nullable String label);

  @Static(Shelf.class)
  List<Shelf> all();

  /** Every list there is. */
  byte[] lists(
      ByteBuffer bytes,
      @Unsigned short[] shorts,
      @Count int @Nullable [] counts,
      double[] doubles,
      List<@Nullable String> names,
      List<@Borrow Shelf> shelves);

  @SuppressWarnings("NullableOptional") // the table says so: null and empty are two things
  @Nullable Optional<String> nested(@Nullable Optional<Optional<Boolean>> deeper, Range range);

  List<Result<@Unsigned Byte, Void>> results(
      Result<Void, String> one, Result<Void, Void> other, @Calendar.Instant long now);
}
