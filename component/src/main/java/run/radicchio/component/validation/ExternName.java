package run.radicchio.component.validation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;

/**
 * The name of an import or export (Explainer, {@code externname}): a plain name or an interface
 * name. The forms that had a URL, a hash or a package in angle brackets left the specification when
 * the attribute {@code external-id} came (July 2026).
 */
sealed interface ExternName {
  /** What names of those forms began with. */
  Pattern FORMER_FORM =
      Pattern.compile("(unlocked-dep|locked-dep|url|relative-url|integrity)=<.*", Pattern.DOTALL);

  /** A plain name. */
  record Label(String text) implements ExternName {}

  /** {@code [constructor]resource}. */
  record Constructor(String resource) implements ExternName {}

  /** {@code [method]resource.label}. */
  record Method(String resource, String label) implements ExternName {}

  /** {@code [static]resource.label}. */
  record Static(String resource, String label) implements ExternName {}

  /** {@code namespace:package/interface@version}; the version is null where there is none. */
  record Interface(String text, @Nullable String version) implements ExternName {}

  /**
   * Takes a name apart.
   *
   * @param text the name
   * @param what what it is the name of, for the message
   * @param offset where it is in the file
   * @throws InvalidComponentException if it is no name
   */
  static ExternName parse(String text, String what, long offset) {
    try {
      return parse(text);
    } catch (InvalidName e) {
      throw new InvalidComponentException(
          "%s `%s` is not a valid extern name: %s".formatted(what, text, e.problem()), offset, e);
    }
  }

  /** What must be different for names to be strongly unique (Explainer, "Name Uniqueness"). */
  default String canonical() {
    return switch (this) {
      case Label(String text) -> lower(text);
      case Constructor(String resource) -> "[constructor]" + lower(resource);
      case Method(String resource, String label) -> member(lower(resource), lower(label));
      case Static(String resource, String label) -> member(lower(resource), lower(label));
      case Interface(String text, String version) -> lower(text);
    };
  }

  private static String member(String resource, String label) {
    return resource.equals(label) ? label : resource + "." + label;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static ExternName parse(String text) throws InvalidName {
    if (text.contains("=<")) {
      refuseFormer(text);
    }
    if (text.startsWith("[")) {
      return annotated(text);
    }
    return text.indexOf(':') < 0 ? new Label(label(text)) : interfaceName(text);
  }

  private static void refuseFormer(String text) throws InvalidName {
    Matcher former = FORMER_FORM.matcher(text);
    if (former.matches()) {
      throw new InvalidName(
          "names `%s=<…>` are no longer part of the Component Model, which has the attribute"
                  .formatted(former.group(1))
              + " `external-id` instead");
    }
  }

  private static ExternName annotated(String text) throws InvalidName {
    int end = text.indexOf(']') + 1;
    String rest = text.substring(end);
    return switch (text.substring(0, end)) {
      case "[constructor]" -> new Constructor(label(rest));
      case "[method]" -> new Method(label(beforeDot(rest)), label(afterDot(rest)));
      case "[static]" -> new Static(label(beforeDot(rest)), label(afterDot(rest)));
      default ->
          throw new InvalidName("expected [constructor], [method] or [static] in the brackets");
    };
  }

  private static String beforeDot(String text) throws InvalidName {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new InvalidName("failed to find `.` character between a resource and a function");
    }
    return text.substring(0, dot);
  }

  private static String afterDot(String text) {
    return text.substring(text.indexOf('.') + 1);
  }

  private static Interface interfaceName(String text) throws InvalidName {
    int at = text.indexOf('@');
    String version = at < 0 ? null : text.substring(at + 1);
    String path = at < 0 ? text : text.substring(0, at);
    int colon = path.indexOf(':');
    int slash = path.indexOf('/');
    if (colon < 0) {
      throw new InvalidName("expected `:` after a namespace");
    }
    words(path.substring(0, colon));
    if (slash < colon) {
      words(path.substring(colon + 1));
      throw new InvalidName("expected `/` after package name");
    }
    String packageName = path.substring(colon + 1, slash);
    if (packageName.indexOf(':') >= 0) {
      throw new InvalidName(
          "expected `/` after package name, found a nested one (a gated feature)");
    }
    words(packageName);
    String projection = path.substring(slash + 1);
    int trailing = projection.indexOf('/');
    if (trailing >= 0) {
      throw new InvalidName(
          "trailing characters found: `%s`, a nested interface (a gated feature)"
              .formatted(projection.substring(trailing)));
    }
    label(projection);
    if (version != null && !Names.isVersion(version) && !Names.isCanonicalVersion(version)) {
      throw new InvalidName(
          "`%s` is no version: expected one such as 1.2.3 or 0.2.0-rc.1".formatted(version));
    }
    return new Interface(text, version);
  }

  private static String label(String text) throws InvalidName {
    if (!Names.isLabel(text)) {
      throw new InvalidName("`" + text + "` is not in kebab case");
    }
    return text;
  }

  private static void words(String text) throws InvalidName {
    label(text);
    if (!Names.isWords(text)) {
      throw new InvalidName("`" + text + "` is not in lower case");
    }
  }

  /** A rule that a name breaks. */
  final class InvalidName extends Exception {
    private static final long serialVersionUID = 1;
    private final String problem;

    InvalidName(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }
}
