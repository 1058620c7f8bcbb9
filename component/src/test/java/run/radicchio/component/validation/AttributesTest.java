package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes of names, which the text format does not let one get wrong (Binary.md). */
class AttributesTest {
  private static final int IMPLEMENTS = 0;
  private static final int VERSION_SUFFIX = 1;
  private static final int EXTERNAL_ID = 2;

  private static ComponentBytes attribute(int kind, String value) {
    return ComponentBytes.raw(kind).name(value);
  }

  /** A component that imports an instance by a name with attributes. */
  private static byte[] importing(String name, ComponentBytes... attributes) {
    ComponentBytes imported = ComponentBytes.raw(2).name(name).u32(attributes.length);
    for (ComponentBytes attribute : attributes) {
      imported.add(attribute);
    }
    return ComponentBytes.component()
        .section(7, 1, ComponentBytes.raw(0x42, 0))
        .section(10, 1, imported.add(5, 0))
        .toArray();
  }

  private static void assertProblem(String words, byte[] component) {
    String problem = Components.problem(component);
    assertTrue(problem.contains(words), problem);
  }

  @Test
  void allKindsTogether() {
    Components.read(importing("a"));
    Components.read(
        importing("a", attribute(IMPLEMENTS, "b:c/d"), attribute(EXTERNAL_ID, "anything {}")));
    Components.read(
        importing("b:c/d@1", attribute(VERSION_SUFFIX, ".2.3"), attribute(EXTERNAL_ID, "")));
  }

  @ParameterizedTest
  @CsvSource({"0, implements", "1, versionsuffix", "2, external-id"})
  void eachKindAtMostOnce(int kind, String name) {
    String importName = kind == VERSION_SUFFIX ? "b:c/d@1" : "a";
    String value = kind == VERSION_SUFFIX ? ".0.0" : "b:c/d";
    assertProblem(
        "duplicate '" + name + "' option in name",
        importing(importName, attribute(kind, value), attribute(kind, value)));
  }

  @Test
  void anUnknownKind() {
    assertEquals(
        "invalid leading byte (0x3) for name option (at offset 0x14)",
        Components.problem(importing("a", attribute(3, "b"))));
  }

  @Test
  void aValueThatIsNotUtf8() {
    assertProblem(
        "malformed UTF-8 encoding in the value of external-id",
        importing("a", ComponentBytes.raw(EXTERNAL_ID, 2, 0xc3, 0x28)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:b", "[method]a.b", "A:b/c"})
  void whatIsImplementedIsAnInterface(String value) {
    String problem = Components.problem(importing("a", attribute(IMPLEMENTS, value)));
    assertTrue(problem.contains("implements"), problem);
  }

  @Test
  void whatImplementsHasAPlainName() {
    assertProblem(
        "name `b:c/d` is not valid with `implements`: expected a plain name",
        importing("b:c/d", attribute(IMPLEMENTS, "b:c/e")));
  }

  @ParameterizedTest
  @CsvSource({
    "b:c/d@1, .2.3-rc.1+build",
    "b:c/d@0.2, .0",
    "b:c/d@0.0.1, -rc.1",
    "b:c/d@0.0.0, -alpha"
  })
  void aVersionSuffixCompletesACanonicalVersion(String name, String suffix) {
    Components.read(importing(name, attribute(VERSION_SUFFIX, suffix)));
  }

  @ParameterizedTest
  @CsvSource({
    "a, .2.3", // no interface
    "b:c/d, 1.2.3", // no version
    "b:c/d@1.2.3, -rc.1", // a whole version
    "b:c/d@1, .2", // no whole version with it
    "b:c/d@1, .2.3.4",
    "b:c/d@0.2, .01"
  })
  void aVersionSuffixCompletesNothingElse(String name, String suffix) {
    assertProblem(
        "must complete the canonical version of an interface",
        importing(name, attribute(VERSION_SUFFIX, suffix)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked-dep", "unlocked-dep", "url", "relative-url", "integrity"})
  void formsOfNamesThatLeftTheSpecification(String form) {
    assertProblem(
        "names `%s=<…>` are no longer part of the Component Model".formatted(form),
        importing(form + "=<a:b@1.2.3>"));
  }
}
