package run.radicchio.component.binding;

import java.lang.reflect.AnnotatedElement;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitName;

/** WIT names of Java names (WIT.md, "Identifiers"). */
final class WitNames {
  private static final Pattern LABEL =
      Pattern.compile("([a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(-([a-z0-9]+|[A-Z0-9]+))*");

  private WitNames() {}

  /** The name of something that Java names in camel case: each capital starts a word. */
  static String ofCamelCase(AnnotatedElement element, String javaName, Place place) {
    String kebab = javaName.replaceAll("(?<!^)(?=\\p{Upper})", "-").toLowerCase(Locale.ROOT);
    return named(element, javaName, kebab, place);
  }

  /** The name of something that Java names as a constant: underscores separate words. */
  static String ofConstant(AnnotatedElement element, String javaName, Place place) {
    return named(element, javaName, javaName.replace('_', '-').toLowerCase(Locale.ROOT), place);
  }

  /** The name of a class: its simple name's. */
  static String ofClass(Class<?> java, Place place) {
    return ofCamelCase(java, java.getSimpleName(), place);
  }

  private static String named(
      AnnotatedElement element, String javaName, String derived, Place place) {
    @Nullable WitName given = element.getAnnotation(WitName.class);
    String name = given == null ? derived : given.value();
    if (!LABEL.matcher(name).matches()) {
      throw place.error(
          given == null
              ? "no WIT name can be derived from `" + javaName + "`; give it one with @WitName"
              : "`" + name + "` is no WIT name; write words of letters and digits, joined by `-`");
    }
    return name;
  }
}
