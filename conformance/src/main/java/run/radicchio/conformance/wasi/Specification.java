package run.radicchio.conformance.wasi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a test is given, and what is done with it.
 *
 * @param isService whether it answers requests; else it is a command
 * @param network whether it uses the network
 * @param servers those that it finds by variables of its environment
 */
record Specification(
    boolean isService, boolean network, List<Server> servers, List<Operation> operations) {

  /** What holds of a test that has none. */
  static final Specification DEFAULT = of(new JsonObject());

  /** Lists that no longer change. */
  Specification {
    servers = List.copyOf(servers);
    operations = List.copyOf(operations);
  }

  /**
   * A server for the program's requests.
   *
   * @param isListening whether there is anything at its address
   */
  record Server(String name, boolean isListening, List<Endpoint> endpoints) {}

  /**
   * Reads a specification.
   *
   * @throws IOException if the file cannot be read, or is something else
   */
  static Specification read(Path json) throws IOException {
    try (Reader reader = Files.newBufferedReader(json)) {
      return of(JsonParser.parseReader(reader).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException failure) {
      throw new IOException(
          json + " is no specification of a test: " + failure.getMessage(), failure);
    }
  }

  private static Specification of(JsonObject json) {
    return new Specification(
        text(json, "world", "wasi:cli/command").equals("wasi:http/service"),
        json.has("proposals"),
        objects(json, "servers").stream().map(Specification::server).toList(),
        operations(json));
  }

  /** In the legacy form, they are not said but follow from what is expected. */
  private static List<Operation> operations(JsonObject json) {
    if (json.has("operations")) {
      return objects(json, "operations").stream().map(Specification::operation).toList();
    }
    List<Operation> operations = new ArrayList<>();
    operations.add(run(json));
    for (String stream : List.of("stdout", "stderr")) {
      if (json.has(stream)) {
        operations.add(new Operation.Read(stream, text(json, stream, "")));
      }
    }
    operations.add(new Operation.Wait(number(json, "exit_code", 0)));
    return operations;
  }

  private static Operation operation(JsonObject json) {
    String type = text(json, "type", "");
    String payload = text(json, "payload", "");
    return switch (type) {
      case "run" -> run(json);
      case "wait" -> new Operation.Wait(number(json, "exit_code", 0));
      case "write" -> new Operation.Write(payload);
      case "read" -> new Operation.Read(text(json, "id", "stdout"), payload);
      case "connect" -> new Operation.Connect(text(json, "id", "server"));
      case "send" -> new Operation.Send(text(json, "id", ""), payload);
      case "recv" -> new Operation.Receive(text(json, "id", ""), payload);
      case "request" -> request(json);
      case "kill" -> new Operation.Kill();
      default ->
          throw new IllegalArgumentException("this runner knows no operation `" + type + "`");
    };
  }

  private static Operation.Run run(JsonObject json) {
    return new Operation.Run(texts(json, "args"), map(json, "env"), text(json, "root"));
  }

  private static Operation.Request request(JsonObject json) {
    JsonObject response = object(json, "response");
    return new Operation.Request(
        text(json, "method", "GET"),
        text(json, "path", "/"),
        map(json, "headers"),
        text(json, "body", ""),
        new Operation.Answer(
            number(response, "status", 200), map(response, "headers"), text(response, "body", "")));
  }

  private static Server server(JsonObject json) {
    return new Server(
        text(json, "name", ""),
        !text(json, "kind", "listening").equals("closed"),
        objects(json, "endpoints").stream().map(Specification::endpoint).toList());
  }

  private static Endpoint endpoint(JsonObject json) {
    String mode = text(json, "mode", "static");
    return new Endpoint(
        text(json, "method", "GET"),
        text(json, "path", "/"),
        switch (mode) {
          case "static" -> reply(json.get("response"));
          case "echo-body" -> new Endpoint.Reply.EchoBody();
          case "echo-headers" -> new Endpoint.Reply.EchoHeaders();
          default ->
              throw new IllegalArgumentException(
                  "this runner knows no mode of endpoints `" + mode + "`");
        });
  }

  /** A text is short for a body. */
  private static Endpoint.Reply.Fixed reply(@Nullable JsonElement json) {
    JsonObject response = new JsonObject();
    if (json instanceof JsonObject whole) {
      response = whole;
    } else if (json != null) {
      response.add("body", json);
    }
    boolean isChunked = response.has("chunks");
    return new Endpoint.Reply.Fixed(
        number(response, "status", 200),
        map(response, "headers"),
        isChunked,
        isChunked ? texts(response, "chunks") : List.of(text(response, "body", "")),
        map(response, "trailers"));
  }

  private static @Nullable String text(JsonObject json, String name) {
    return json.has(name) && !json.get(name).isJsonNull() ? json.get(name).getAsString() : null;
  }

  private static String text(JsonObject json, String name, String otherwise) {
    String text = text(json, name);
    return text == null ? otherwise : text;
  }

  private static int number(JsonObject json, String name, int otherwise) {
    return json.has(name) ? json.get(name).getAsInt() : otherwise;
  }

  private static JsonObject object(JsonObject json, String name) {
    return json.has(name) ? json.getAsJsonObject(name) : new JsonObject();
  }

  private static JsonArray array(JsonObject json, String name) {
    return json.has(name) ? json.getAsJsonArray(name) : new JsonArray();
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return StreamSupport.stream(array(json, name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static List<String> texts(JsonObject json, String name) {
    return StreamSupport.stream(array(json, name).spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }

  private static Map<String, String> map(JsonObject json, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    object(json, name).entrySet().forEach(e -> map.put(e.getKey(), e.getValue().getAsString()));
    return map;
  }
}
