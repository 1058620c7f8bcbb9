package run.radicchio.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.webgpu.WebGpu;

/** What components can import, as WIT. */
final class HostInterfaces {
  private static final List<Class<?>> ALL = List.of(WebGpu.class, Basics.class);

  private HostInterfaces() {}

  /** Everything, as one world with its packages. */
  static String wit() {
    return WitPrinter.print(ALL);
  }

  /**
   * One interface.
   *
   * @param name its own or its package's, with a version or without
   * @throws Failure if there is none of that name
   */
  static String wit(String name) {
    return ALL.stream()
        .map(java -> wit(java, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> Failure.misuse(unknown(name)));
  }

  private static @Nullable String wit(Class<?> java, String name) {
    WitInterface wit = java.getAnnotation(WitInterface.class);
    if (wit == null) {
      return null;
    }
    String packageName = wit.value().substring(0, wit.value().indexOf('/'));
    if (name.equals(wit.value()) || name.equals(packageName)) {
      return WitPrinter.print(java);
    }
    return Stream.of(wit.versions())
        .filter(v -> name.equals(wit.value() + "@" + v) || name.equals(packageName + "@" + v))
        .findFirst()
        .map(version -> WitPrinter.print(java, version))
        .orElse(null);
  }

  private static String unknown(String name) {
    return ALL.stream()
        .map(java -> java.getAnnotation(WitInterface.class))
        .filter(Objects::nonNull)
        .flatMap(wit -> Stream.of(wit.versions()).map(version -> wit.value() + "@" + version))
        .collect(Collectors.joining(", ", "there is no interface " + name + "; there is ", ""));
  }
}
