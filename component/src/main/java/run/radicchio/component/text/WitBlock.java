package run.radicchio.component.text;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of WIT in braces, indented by two spaces. */
final class WitBlock {
  private WitBlock() {}

  /** One-line items, such as the functions of a resource. */
  static String of(String head, List<String> lines) {
    return head + " {\n" + indented(String.join("\n", lines)) + "\n}";
  }

  /** One-line items with a comma after each, such as the fields of a record. */
  static String ofList(String head, List<String> lines) {
    return of(head, lines.stream().map(line -> line + ",").toList());
  }

  /** Items with an empty line before and after each that has several lines. */
  static String ofItems(String head, List<String> items) {
    return items.isEmpty() ? head + " {\n}" : head + " {\n" + indented(joined(items)) + "\n}";
  }

  /** Items with an empty line before and after each that has several lines. */
  static String joined(List<String> items) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (String item : items) {
      if (!last.isEmpty()) {
        text.append(last.contains("\n") || item.contains("\n") ? "\n\n" : "\n");
      }
      text.append(item);
      last = item;
    }
    return text.toString();
  }

  private static String indented(String text) {
    return text.lines()
        .map(line -> line.isEmpty() ? line : "  " + line)
        .collect(Collectors.joining("\n"));
  }
}
