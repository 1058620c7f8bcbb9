package run.radicchio.webgpu;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

/** Rules that all types of the contract keep, and how many there are of each kind. */
class ContractTest {
  /** What several resources have in common, after the mixins of WebGPU: no WIT types. */
  private static final Set<Class<?>> MIXINS =
      Set.of(
          GpuObject.class,
          GpuPipeline.class,
          GpuDebugCommands.class,
          GpuBindingCommands.class,
          GpuRenderCommands.class);

  private static final List<Class<?>> TYPES = types();

  @Test
  void hasAsManyTypesOfEachKindAsWasiWebgpu() {
    assertAll(
        () -> assertEquals(33, count(ContractTest::isResource), "resources"),
        () -> assertEquals(62, count(Class::isRecord), "records"),
        () -> assertEquals(12, count(Class::isSealed), "variants"),
        () -> assertEquals(34 + 5, count(Class::isEnum), "enums and flags"),
        () -> assertEquals(13, count(type -> type.isAnnotationPresent(TypeAlias.class)), "aliases"),
        () ->
            assertEquals(
                9, count(type -> type.isAnnotationPresent(ErrorType.class)), "exceptions"));
  }

  @Test
  void hasAsManyFunctionsAsWasiWebgpu() {
    List<Method> functions = functions(WebGpu.class);

    assertEquals(
        226,
        TYPES.stream().filter(ContractTest::isResource).mapToInt(t -> functions(t).size()).sum());
    assertEquals(
        2, functions.stream().filter(f -> f.isAnnotationPresent(Constructor.class)).count());
    assertEquals(3, functions.size());
  }

  @Test
  void eachTypeIsOfAKindThatIsDerived() {
    Predicate<Class<?>> derived =
        type ->
            isResource(type)
                || type.isRecord()
                || type.isSealed()
                || type.isEnum()
                || type.isAnnotationPresent(TypeAlias.class)
                || type.isAnnotationPresent(ErrorType.class)
                || type.isAnnotationPresent(WitInterface.class);

    Set<Class<?>> others =
        TYPES.stream().filter(Predicate.not(derived)).collect(Collectors.toSet());

    assertEquals(MIXINS, others);
    assertAll(
        TYPES.stream()
            .map(type -> () -> assertTrue(Modifier.isPublic(type.getModifiers()), type.getName())));
  }

  @Test
  void closingThrowsNothingChecked() {
    assertAll(
        TYPES.stream()
            .filter(ContractTest::isResource)
            .map(
                type ->
                    () ->
                        assertEquals(
                            0,
                            type.getMethod("close").getExceptionTypes().length,
                            type.getName())));
  }

  @Test
  void exceptionsCarryTheirErrorAndItsMessage() {
    MapAsyncError error = new MapAsyncError(new MapAsyncErrorKind.AbortError(), "unmapped");

    assertEquals(error, new MapAsyncException(error).error());
    assertEquals("unmapped", new MapAsyncException(error).getMessage());
  }

  private static boolean isResource(Class<?> type) {
    return type.isAnnotationPresent(WitResource.class);
  }

  private static long count(Predicate<Class<?>> kind) {
    return TYPES.stream().filter(kind).count();
  }

  private static List<Method> functions(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> !method.getName().equals("close"))
        .toList();
  }

  /** The top-level types of the package. */
  static List<Class<?>> types() {
    try (Stream<Path> files = Files.list(classes())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .filter(name -> !name.contains("$") && !name.equals("package-info"))
          .sorted()
          .<Class<?>>map(ContractTest::load)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path classes() {
    try {
      return Path.of(WebGpu.class.getResource("WebGpu.class").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(WebGpu.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
