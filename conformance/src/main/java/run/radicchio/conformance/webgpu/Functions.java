package run.radicchio.conformance.webgpu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.webgpu.WebGpu;

/**
 * The functions of {@code wasi:webgpu}: methods and constructors as {@code RESOURCE.FUNCTION},
 * others by their name.
 *
 * @param all all of them, in the order of WIT
 */
public record Functions(List<String> all) {
  private static final Pattern RESOURCE = Pattern.compile(" {2}resource %?(?<name>[a-z0-9-]+) \\{");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?<indent> +)%?(?<name>constructor(?=\\()|[a-z0-9-]+(?=: (async |static )*func\\()).*");
  private static final String OF_RESOURCE = "    ";

  /** Functions that no longer change. */
  public Functions {
    all = List.copyOf(all);
  }

  /** Those of the WIT that the contract in Java prints. */
  static Functions ofContract() {
    return of(WitPrinter.print(WebGpu.class));
  }

  static Functions of(String wit) {
    List<String> all = new ArrayList<>();
    String resource = "";
    for (String line : wit.lines().toList()) {
      Matcher opened = RESOURCE.matcher(line);
      Matcher function = FUNCTION.matcher(line);
      if (opened.matches()) {
        resource = opened.group("name");
      } else if (function.matches() && function.group("indent").equals(OF_RESOURCE)) {
        all.add(resource + "." + function.group("name"));
      } else if (function.matches()) {
        all.add(function.group("name"));
      }
    }
    return new Functions(all);
  }
}
