package run.radicchio.conformance.webgpu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.webgpu.WebGpu;

/** The functions of {@code wasi:webgpu}, from the WIT that the contract in Java prints. */
final class Functions {
  private static final Pattern RESOURCE = Pattern.compile(" {2}resource %?(?<name>[a-z0-9-]+) \\{");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?<indent> +)%?(?<name>constructor(?=\\()|[a-z0-9-]+(?=: (async |static )*func\\()).*");
  private static final String OF_RESOURCE = "    ";

  private Functions() {}

  /**
   * All of them, in the order of WIT: methods and constructors as {@code RESOURCE.FUNCTION}, others
   * by their name.
   */
  static List<String> all() {
    List<String> functions = new ArrayList<>();
    String resource = "";
    for (String line : WitPrinter.print(WebGpu.class).lines().toList()) {
      Matcher opened = RESOURCE.matcher(line);
      Matcher function = FUNCTION.matcher(line);
      if (opened.matches()) {
        resource = opened.group("name");
      } else if (function.matches()) {
        String name = function.group("name");
        functions.add(function.group("indent").equals(OF_RESOURCE) ? resource + "." + name : name);
      }
    }
    return functions;
  }
}
