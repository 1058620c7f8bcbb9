package run.radicchio.webgpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.radicchio.component.wit.WitResource;

/** The factory and {@code with} methods of all records that have components with defaults. */
class RecordsTest {

  static Stream<Class<?>> recordsWithDefaults() {
    return ContractTest.types().stream()
        .filter(Class::isRecord)
        .filter(type -> components(type).anyMatch(RecordsTest::hasDefault));
  }

  @ParameterizedTest
  @MethodSource("recordsWithDefaults")
  void ofTakesWhatHasNoDefaultAndLeavesTheRestNull(Class<?> type) throws Exception {
    RecordComponent[] required =
        components(type).filter(c -> !hasDefault(c)).toArray(RecordComponent[]::new);
    Method of =
        type.getMethod(
            "of", Arrays.stream(required).map(RecordComponent::getType).toArray(Class<?>[]::new));
    Object[] arguments = Arrays.stream(required).map(c -> value(c.getType(), 1)).toArray();

    Object made = of.invoke(null, arguments);

    for (int i = 0; i < required.length; i++) {
      assertEquals(arguments[i], required[i].getAccessor().invoke(made), required[i].getName());
    }
    for (RecordComponent component : components(type).filter(RecordsTest::hasDefault).toList()) {
      assertNull(component.getAccessor().invoke(made), component.getName());
    }
  }

  @ParameterizedTest
  @MethodSource("recordsWithDefaults")
  void withChangesOneComponentAndNoOther(Class<?> type) throws Exception {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = Arrays.stream(components).map(c -> value(c.getType(), 1)).toArray();
    Object made =
        type.getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
            .newInstance(values);

    for (int i = 0; i < components.length; i++) {
      if (hasDefault(components[i])) {
        Method with = with(type, components[i]);
        Object other = value(components[i].getType(), 2);
        Object changed = with.invoke(made, other);
        for (int j = 0; j < components.length; j++) {
          assertEquals(
              i == j ? other : values[j],
              components[j].getAccessor().invoke(changed),
              with::getName);
        }
      }
    }
  }

  private static Method with(Class<?> type, RecordComponent component) {
    String name = component.getName();
    String with = "with" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(with) && method.getReturnType() == type)
        .findFirst()
        .orElseThrow(() -> new AssertionError(type.getName() + " lacks " + with));
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents());
  }

  private static boolean hasDefault(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** One of two values of a type, which differ where the type has two. */
  private static Object value(Class<?> type, int which) {
    if (type == String.class) {
      return "text " + which;
    }
    if (type == List.class) {
      return List.of(which);
    }
    if (type == Set.class) {
      return Set.of(which);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[which % constants.length];
    }
    if (type.isRecord()) {
      Class<?>[] types = components(type).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values = Arrays.stream(types).map(t -> value(t, which)).toArray();
      try {
        return type.getConstructor(types).newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
    if (type.isSealed()) {
      return value(type.getPermittedSubclasses()[0], which);
    }
    if (type.isInterface()) {
      return proxy(type);
    }
    return scalar(type, which);
  }

  private static Object proxy(Class<?> type) {
    assertNotNull(type.getAnnotation(WitResource.class));
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> self == arguments[0];
              case "hashCode" -> System.identityHashCode(self);
              default -> type.getSimpleName();
            });
  }

  private static Object scalar(Class<?> type, int which) {
    if (type == boolean.class || type == Boolean.class) {
      return which == 1;
    }
    if (type == short.class || type == Short.class) {
      return (short) which;
    }
    if (type == int.class || type == Integer.class) {
      return which;
    }
    if (type == long.class || type == Long.class) {
      return (long) which;
    }
    if (type == float.class || type == Float.class) {
      return (float) which;
    }
    if (type == double.class || type == Double.class) {
      return (double) which;
    }
    throw new AssertionError("no value of " + type);
  }
}
