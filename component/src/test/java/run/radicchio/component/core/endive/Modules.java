package run.radicchio.component.core.endive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;

/** The modules of {@code src/test/wat/core}, and short ways to run them. */
final class Modules {
  static final EndiveEngine ENGINE = new EndiveEngine(CodeStore.NONE);

  private Modules() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(Path.of("src/test/wat/core", name + ".wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CoreModule module(String name) {
    return ENGINE.compile(bytes(name));
  }

  static CoreInstance instance(String name, CoreExtern... imports) {
    return module(name).instantiate(List.of(imports));
  }

  static CoreType.Function type(List<CoreType.Value> parameters, CoreType.Value... results) {
    return new CoreType.Function(parameters, List.of(results));
  }

  /** A function of the host that returns what a Java function does. */
  static CoreExtern.Function host(CoreType.Function type, Body body) {
    MethodHandle handle =
        BODY.bindTo(body)
            .asCollector(Object[].class, type.parameters().size())
            .asType(CoreExtern.Function.methodType(type));
    return new CoreExtern.Function(type, "host", () -> handle);
  }

  /** A function of the host from integers to an integer. */
  static CoreExtern.Function hostInts(int parameters, Body body) {
    return host(
        type(java.util.Collections.nCopies(parameters, NumberType.I32), NumberType.I32), body);
  }

  /** What a function of the host does. */
  interface Body {
    @Nullable Object call(@Nullable Object[] arguments) throws Throwable;
  }

  private static final MethodHandle BODY;

  static {
    try {
      BODY =
          java.lang.invoke.MethodHandles.lookup()
              .findVirtual(Body.class, "call", MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static @Nullable Object call(CoreInstance instance, String name, @Nullable Object... arguments) {
    return call((CoreExtern.Function) instance.export(name), arguments);
  }

  static @Nullable Object call(CoreExtern.Function function, @Nullable Object... arguments) {
    try {
      return function.handle().invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw Traps.sneak(e);
    }
  }
}
