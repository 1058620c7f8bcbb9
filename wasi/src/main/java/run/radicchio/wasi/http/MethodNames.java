package run.radicchio.wasi.http;

import java.util.List;
import java.util.Locale;

/** The names of methods, as they stand in a request. */
public final class MethodNames {
  private static final List<Method> KNOWN =
      List.of(
          new Method.Get(),
          new Method.Head(),
          new Method.Post(),
          new Method.Put(),
          new Method.Delete(),
          new Method.Connect(),
          new Method.Options(),
          new Method.Trace(),
          new Method.Patch());

  private MethodNames() {}

  /** The method of a name, in which capitals count. */
  public static Method method(String name) {
    return KNOWN.stream()
        .filter(method -> name(method).equals(name))
        .findFirst()
        .orElseGet(() -> new Method.Other(name));
  }

  /** The name of a method. */
  public static String name(Method method) {
    return method instanceof Method.Other(String name)
        ? name
        : method.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }
}
