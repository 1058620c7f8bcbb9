package run.radicchio.component.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods of an interface in the order of their declaration, which reflection does not tell and
 * the class file does. Order means nothing to a component, but it does to who reads the WIT.
 */
final class DeclarationOrder {
  private DeclarationOrder() {}

  /**
   * The abstract methods of an interface: its own in order, then those it inherits. Those of a
   * class whose class file is not to be had are sorted by name.
   */
  static List<Method> abstractMethodsOf(Class<?> java) {
    Map<Class<?>, List<String>> declared = new HashMap<>();
    return Arrays.stream(java.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .sorted(
            Comparator.comparing((Method method) -> method.getDeclaringClass() != java)
                .thenComparing(method -> method.getDeclaringClass().getName())
                .thenComparing(
                    method ->
                        declared
                            .computeIfAbsent(
                                method.getDeclaringClass(), DeclarationOrder::signaturesIn)
                            .indexOf(signature(method)))
                .thenComparing(DeclarationOrder::signature))
        .toList();
  }

  private static String signature(Method method) {
    return method.getName()
        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
  }

  private static List<String> signaturesIn(Class<?> java) {
    String file = java.getName().substring(java.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream bytes = java.getResourceAsStream(file)) {
      if (bytes == null) {
        return List.of();
      }
      return ClassFile.of().parse(bytes.readAllBytes()).methods().stream()
          .map(method -> method.methodName() + method.methodType().stringValue())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + java.getName(), e);
    }
  }
}
