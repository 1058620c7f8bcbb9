package run.radicchio.surface.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object, each of which is read once. What is missing, of another kind than it
 * should be, or not read by anybody is an error that names it.
 */
public final class Fields {
  private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

  private static final String NO_OBJECT = "expected one JSON object";

  private final JsonObject object;
  private final Set<String> unread;

  /** Those of an object. */
  private Fields(JsonObject object) {
    this.object = object;
    this.unread = new TreeSet<>(object.keySet());
  }

  /**
   * Those of an object that is all of a text.
   *
   * @throws JsonParseException if it is none
   */
  public static Fields of(String json) {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(8);
      if (ELEMENTS.read(reader) instanceof JsonObject object
          && reader.peek() == JsonToken.END_DOCUMENT) {
        return new Fields(object);
      }
    } catch (IOException e) {
      // Its message gives advice on programs.
      throw new JsonParseException(NO_OBJECT, e);
    }
    throw new JsonParseException(NO_OBJECT);
  }

  /** Whether there is one of a name. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** A text. */
  public String text(String name) {
    return read(name, "a text", JsonPrimitive::isString).getAsString();
  }

  /** A text; null if it is not there. */
  public @Nullable String optionalText(String name) {
    return object.has(name) ? text(name) : null;
  }

  /** A number that is neither infinite nor none. */
  public double number(String name) {
    double number = read(name, "a number", JsonPrimitive::isNumber).getAsDouble();
    if (!Double.isFinite(number)) {
      throw new JsonParseException("`%s`: expected a number, found one too large".formatted(name));
    }
    return number;
  }

  /** A whole number in a range. */
  public int whole(String name, int least, int most) {
    double number = number(name);
    if (number != Math.rint(number) || number < least || number > most) {
      throw new JsonParseException(
          "`%s`: expected a whole number from %d to %d, found %s"
              .formatted(name, least, most, object.get(name)));
    }
    return (int) number;
  }

  /** Whether something is so; not if it is not there. */
  public boolean flag(String name) {
    return object.has(name) && read(name, "true or false", JsonPrimitive::isBoolean).getAsBoolean();
  }

  private JsonPrimitive read(String name, String kind, Predicate<JsonPrimitive> isOfKind) {
    unread.remove(name);
    JsonElement value = object.get(name);
    if (value instanceof JsonPrimitive primitive && isOfKind.test(primitive)) {
      return primitive;
    }
    throw new JsonParseException(
        "`%s`: expected %s, found %s".formatted(name, kind, value == null ? "nothing" : value));
  }

  /** Fails if there is something that was not read. */
  public void end() {
    if (!unread.isEmpty()) {
      throw new JsonParseException("unknown: " + String.join(", ", unread));
    }
  }
}
