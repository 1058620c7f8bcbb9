package run.radicchio.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a test file, in order.
 *
 * @param source the path of the {@code .wast} file that it was written from
 */
record Script(String source, List<Command> commands) {
  Script {
    commands = List.copyOf(commands);
  }

  /**
   * Reads what {@code wasm-tools json-from-wast} wrote.
   *
   * @throws IOException if the file cannot be read or is something else
   */
  static Script read(Path json) throws IOException {
    try (Reader reader = Files.newBufferedReader(json)) {
      JsonObject script = JsonParser.parseReader(reader).getAsJsonObject();
      List<Command> commands =
          StreamSupport.stream(script.getAsJsonArray("commands").spliterator(), false)
              .map(JsonElement::getAsJsonObject)
              .map(command -> command(command, json.resolveSibling(text(command, "filename", ""))))
              .toList();
      return new Script(text(script, "source_filename", json.toString()), commands);
    } catch (CharacterCodingException
        | JsonParseException
        | IllegalStateException
        | NullPointerException failure) {
      throw new IOException(json + " is not what `wasm-tools json-from-wast` writes", failure);
    }
  }

  private static Command command(JsonObject command, Path file) {
    int line = command.get("line").getAsInt();
    String type = command.get("type").getAsString();
    if (text(command, "module_type", "binary").equals("text")) {
      return new Command.Unsupported(line, "its module is in the text format");
    }
    String words = text(command, "text", "");
    return switch (type) {
      case "module" -> new Command.Instantiate(line, text(command, "name"), file);
      case "module_definition" -> new Command.Define(line, text(command, "name"), file);
      case "module_instance" ->
          new Command.InstantiateDefined(line, text(command, "instance"), text(command, "module"));
      case "action" -> new Command.Invoke(line, invocation(command));
      case "assert_return" ->
          new Command.AssertReturn(line, invocation(command), command.getAsJsonArray("expected"));
      case "assert_trap", "assert_exhaustion" ->
          new Command.AssertTrap(line, invocation(command), words);
      case "assert_invalid", "assert_malformed" -> new Command.AssertRefused(line, file, words);
      case "assert_unlinkable" -> new Command.AssertUnlinkable(line, file, words);
      case "assert_uninstantiable" -> new Command.AssertUninstantiable(line, file, words);
      default -> new Command.Unsupported(line, "its command is `" + type + "`");
    };
  }

  private static Command.Invocation invocation(JsonObject command) {
    JsonObject action = command.getAsJsonObject("action");
    return new Command.Invocation(
        text(action, "module"),
        action.get("field").getAsString(),
        action.has("args") ? action.getAsJsonArray("args") : new JsonArray());
  }

  private static @Nullable String text(JsonObject object, String name) {
    return object.has(name) ? object.get(name).getAsString() : null;
  }

  private static String text(JsonObject object, String name, String otherwise) {
    String text = text(object, name);
    return text == null ? otherwise : text;
  }
}
