package run.radicchio.component.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.ErrorType;

/**
 * Derives the error case of a function's {@code result} from the exception that a method throws.
 */
final class ErrorDerivation {
  private final TypeDerivation types;

  ErrorDerivation(TypeDerivation types) {
    this.types = types;
  }

  /**
   * What a method fails with.
   *
   * @param payload null where the case has none
   */
  record DerivedError(@Nullable Derived payload, ErrorBinding binding) {}

  /** What a method declares to fail with, or null. */
  @Nullable DerivedError of(Method method, Place place) {
    List<? extends Class<?>> thrown =
        Arrays.stream(method.getExceptionTypes())
            .filter(
                exception ->
                    !RuntimeException.class.isAssignableFrom(exception) || isError(exception))
            .toList();
    for (Class<?> exception : thrown) {
      if (!isError(exception)) {
        throw place.error(
            exception.getTypeName()
                + " stands for no WIT error; mark its class @ErrorType, or do not declare it");
      }
    }
    return switch (thrown.size()) {
      case 0 -> null;
      case 1 -> of(thrown.getFirst().asSubclass(Exception.class), place);
      default ->
          throw place.error(
              "throws %d exceptions marked @ErrorType; a result has one error, make one of them"
                  .formatted(thrown.size()));
    };
  }

  private static boolean isError(Class<?> exception) {
    return exception.isAnnotationPresent(ErrorType.class);
  }

  private DerivedError of(Class<? extends Exception> exception, Place place) {
    Members.checkAccessible(exception, place);
    Place inside = place.in("exception", exception.getSimpleName());
    Method error = errorMethod(exception);
    if (error == null) {
      Constructor<? extends Exception> constructor = constructor(exception, inside);
      return new DerivedError(
          null,
          new ErrorBinding(
              exception, null, thrown -> null, payload -> Members.construct(constructor)));
    }
    Derived payload = types.of(error.getAnnotatedReturnType(), inside.in("method error"));
    Constructor<? extends Exception> constructor =
        constructor(exception, inside, error.getReturnType());
    Function<Throwable, @Nullable Object> payloadOf = thrown -> Members.call(error, thrown);
    return new DerivedError(
        payload,
        new ErrorBinding(
            exception,
            payload.binding(),
            payloadOf,
            value -> Members.construct(constructor, value)));
  }

  private static @Nullable Method errorMethod(Class<? extends Exception> exception) {
    return Arrays.stream(exception.getMethods())
        .filter(method -> method.getName().equals("error") && method.getParameterCount() == 0)
        .findFirst()
        .orElse(null);
  }

  private static Constructor<? extends Exception> constructor(
      Class<? extends Exception> exception, Place place, Class<?>... parameters) {
    try {
      if (!Modifier.isAbstract(exception.getModifiers())) {
        return exception.getConstructor(parameters);
      }
    } catch (NoSuchMethodException e) {
      // Said below, as for an abstract class.
    }
    throw place.error(
        "cannot be made; give it a public constructor that takes "
            + (parameters.length == 0
                ? "nothing, or a method error() that returns the payload"
                : parameters[0].getTypeName()));
  }
}
