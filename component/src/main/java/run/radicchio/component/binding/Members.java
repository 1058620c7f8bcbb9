package run.radicchio.component.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls public members of classes in other modules, which need not open them. */
final class Members {
  private Members() {}

  /** Checks that members of a class can be called from here. */
  static void checkAccessible(Class<?> java, Place place) {
    if (!Modifier.isPublic(java.getModifiers())) {
      throw place.error(java.getTypeName() + " is not public; make it public");
    }
    if (!java.getModule().isExported(java.getPackageName(), Members.class.getModule())) {
      throw place.error(
          "%s is in a package that its module does not export; write `exports %s;` in module %s"
              .formatted(java.getTypeName(), java.getPackageName(), java.getModule().getName()));
    }
  }

  /** The canonical constructor of a record, which is as public as the record. */
  static Constructor<?> canonicalConstructor(Class<?> record) {
    try {
      return record.getConstructor(
          Arrays.stream(record.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(record + " has no canonical constructor: our bug", e);
    }
  }

  /** Calls a method. What it throws that is unchecked comes through. */
  static @Nullable Object call(Method method, Object target, @Nullable Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (IllegalAccessException e) {
      throw inaccessible(method, e);
    }
  }

  /** Calls a constructor. What it throws that is unchecked comes through. */
  static <T> T construct(Constructor<T> constructor, @Nullable Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (IllegalAccessException | InstantiationException e) {
      throw inaccessible(constructor, e);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException exception -> exception;
      case Error error -> throw error;
      default -> new UndeclaredThrowableException(thrown);
    };
  }

  private static IllegalStateException inaccessible(Object member, Exception cause) {
    return new IllegalStateException(member + " was accessible and is no more: our bug", cause);
  }
}
