package run.radicchio.component.embedding;

import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.Static;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

// docs: exported interface {
/** What the component exports. */
@WitInterface(value = "example:words/counting", versions = "1.2.0")
public interface Counting {
  sealed interface Problem {
    record Empty() implements Problem {}

    record TooLong(@Unsigned int bytes) implements Problem {}
  }

  @ErrorType
  final class ProblemException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Problem error;

    public ProblemException(Problem error) {
      super(error.toString());
      this.error = error;
    }

    public Problem error() {
      return error;
    }
  }

  @WitResource
  interface Tally extends AutoCloseable {
    @Unsigned int add(String text);

    @Unsigned int total();

    @Override
    void close();
  }

  @Unsigned int count(String text) throws ProblemException;

  @Constructor
  Tally tally(String title);

  @Static(Tally.class)
  Tally merge(Tally a, Tally b);

  @Unsigned int larger(@Borrow Tally a, @Borrow Tally b);
}
// } docs
