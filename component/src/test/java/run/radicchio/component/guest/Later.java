package run.radicchio.component.guest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.CodePoint;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitWorld;

/** What {@code guests/tests/later.wasm} exports. */
@WitWorld
public interface Later {

  @Tuple
  record Row(@Unsigned byte first, @Unsigned long second, String third) {}

  /** More than there are flat parameters. */
  @Tuple
  record Wide(
      String a,
      String b,
      String c,
      String d,
      String e,
      String f,
      String g,
      String h,
      @Unsigned byte i) {}

  /** A text that is not taken. */
  @ErrorType
  final class BadTextException extends Exception {
    private static final long serialVersionUID = 1;
    private final String error;

    public BadTextException(String error) {
      super(error);
      this.error = error;
    }

    public String error() {
      return error;
    }
  }

  CompletionStage<Void> nothing();

  CompletionStage<@Unsigned Byte> echoU8(@Unsigned byte v);

  CompletionStage<Short> echoS16(short v);

  CompletionStage<@Unsigned Long> echoU64(@Unsigned long v);

  CompletionStage<Float> echoF32(float v);

  CompletionStage<Double> echoF64(double v);

  CompletionStage<Boolean> echoBool(boolean v);

  CompletionStage<@CodePoint Integer> echoChar(@CodePoint int v);

  CompletionStage<String> echoString(String v);

  CompletionStage<Row> echoRow(Row v);

  CompletionStage<Wide> echoWide(Wide v);

  @SuppressWarnings("NullableOptional") // an option of an option
  CompletionStage<@Nullable Optional<@Unsigned Long>> echoOption(
      @Nullable Optional<@Unsigned Long> v);

  CompletionStage<List<@Nullable Row>> echoNested(List<@Nullable Row> v);

  CompletionStage<@Unsigned int[]> echoWords(@Unsigned int[] v);

  CompletionStage<String> check(boolean good, String text) throws BadTextException;

  CompletionStage<Double> least(@Unsigned int a, byte b, long c, float d, double e);

  CompletionStage<String> paused(String v);

  CompletionStage<@Unsigned Integer> syncWord(@Unsigned int v);

  CompletionStage<Row> syncRow(Row v);

  @Unsigned int freed();
}
