package run.radicchio.component.text;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ValType;

/**
 * Reads and writes values and calls in WAVE, the value encoding of WebAssembly components, such as
 * {@code {name: "a", sizes: [1, 2]}} and {@code draw(some(3), red)}.
 *
 * <p>Values are those of {@link run.radicchio.component.value}. Handles, streams, futures and error
 * contexts cannot be written. A {@code map} is written as the list of tuples that it is.
 */
public final class Wave {
  /** Words that begin something else unless a {@code %} stands before them. */
  static final Set<String> KEYWORDS =
      Set.of("true", "false", "some", "none", "ok", "err", "inf", "nan");

  private Wave() {}

  /**
   * The name of the function that a call calls: what stands before its parenthesis.
   *
   * @throws WaveException if there is no parenthesis, or nothing before it
   */
  public static String functionName(String call) {
    return new WaveLexer(call).functionName();
  }

  /**
   * The arguments of a call. At its end, those may be left away that are {@code none}.
   *
   * @param type the type of the function
   * @throws WaveException if they are not arguments of such a function
   */
  public static List<Object> arguments(String call, FuncType type) {
    WaveLexer lexer = new WaveLexer(call);
    lexer.functionName();
    return new WaveReader(lexer).arguments(type);
  }

  /**
   * A value.
   *
   * @throws WaveException if the text is not one of that type
   */
  public static Object parse(String text, ValType type) {
    return new WaveReader(new WaveLexer(text)).onlyValue(type);
  }

  /**
   * The text of a value of a type.
   *
   * @throws IllegalArgumentException if WAVE cannot write the type
   */
  public static String print(Object value, ValType type) {
    StringBuilder text = new StringBuilder();
    new WaveWriter(text).value(value, type);
    return text.toString();
  }

  /**
   * The text of what a function gave: {@code ()} where its type has no result.
   *
   * @param result null where it has none
   * @throws IllegalArgumentException if WAVE cannot write the type
   */
  public static String printResult(@Nullable Object result, FuncType type) {
    ValType resultType = type.result();
    return result == null || resultType == null ? "()" : print(result, resultType);
  }
}
