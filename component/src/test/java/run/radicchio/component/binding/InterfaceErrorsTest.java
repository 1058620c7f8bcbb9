package run.radicchio.component.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.component.InterfaceException;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.CodePoint;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;

/** Each interface here has one mistake. */
public class InterfaceErrorsTest {
  private static final String WIT = "a:b/c";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Unmarked | is no WIT interface; make it an interface marked @WitInterface or @WitWorld
          Hidden | InterfaceErrorsTest$Hidden is not public; make it public
          Plain | , method f, parameter a: java.lang.Thread has no WIT type; write a record of what \
          is in it; package run.radicchio.component.wit has the table of types that do
          Character16 | , method f, parameter a: char has no WIT type; write @CodePoint int; package \
          run.radicchio.component.wit has the table of types that do
          OpenInterface | , method f, result: java.lang.Runnable has no WIT type; mark it \
          @WitResource for a resource, or seal it for a variant; package \
          run.radicchio.component.wit has the table of types that do
          Stage | , method f, result: java.util.concurrent.CompletableFuture<java.lang.Void> has no \
          WIT type; of generic types only List, Set, Optional, CompletionStage, Flow.Publisher and \
          Result do; package run.radicchio.component.wit has the table of types that do
          Raw | , method f, parameter a: java.util.List is raw or generic; say of what, as in \
          List<String>, and use no generic class of yours
          Booleans | , method f, parameter a: an array of boolean is no WIT type; write List<Boolean>
          CodePoints | , method f, parameter a: an array of code points is no WIT type; write \
          List<@CodePoint Integer>
          Primitive | , method f, parameter a: @Nullable int can never be null; write @Nullable \
          Integer
          NullInOptional | , method f, parameter a, argument of Optional: an Optional holds no null; \
          write Optional<Optional<...>>
          Misplaced | , method f, parameter a: @Unsigned means nothing on java.lang.String; take it \
          away
          WrongAlias | , method f, parameter a: @Small names byte and is on int; put it on byte
          SaidTwice | , method f, parameter a: @Unsigned is beside @Small, which says it all; put it \
          on the alias
          Recursive | , method f, parameter a, record Tree, component children, argument of List: \
          Tree contains itself; no WIT type can, but a resource can stand for it
          NoComponents | , method f, parameter a, record Nothing: a record without components is no \
          WIT type; give it one
          NoRecord | , method f, parameter a, variant Shape: \
          run.radicchio.component.binding.InterfaceErrorsTest$Square is no record; a variant is a \
          sealed interface of records only
          TwoPayloads | , method f, parameter a, variant Pair, case Both: a case has one payload at \
          most; make a record of the 2 components
          ManyFlags | , method f, parameter a, argument of Set: \
          run.radicchio.component.binding.InterfaceErrorsTest$Thirty3 has 33 constants; flags are at \
          most 32, make two sets of them
          EnumAndFlags | , method f, parameter b, argument of Set: \
          run.radicchio.component.binding.InterfaceErrorsTest$Color is used both by itself, as an \
          enum, and in a Set, as flags; make two enums of it
          SetOfStrings | , method f, parameter a, argument of Set: flags are a Set of an enum; write \
          an enum, or List for a list
          Unclosable | , method f, result: \
          run.radicchio.component.binding.InterfaceErrorsTest$NoCloseable is no resource; make it an \
          interface marked @WitResource that extends AutoCloseable
          NoKebab | , method f_g: no WIT name can be derived from `f_g`; give it one with @WitName
          NoName | , method f: `F g` is no WIT name; write words of letters and digits, joined by `-`
          Overloaded | , method f: two functions are `f` in WIT; give one another name with @WitName
          SameNames | , method f, parameter b: \
          run.radicchio.component.binding.InterfaceErrorsTest$Color and \
          run.radicchio.component.binding.InterfaceErrorsTest$Other$Color are both `color` in WIT; \
          give one another name with @WitName
          TypeAndFunction | a type and a function are both `color` in WIT; give one another name with \
          @WitName
          LentForGood | , method f, result: a resource marked @Borrow is in it, and is lent for a call \
          only; give it for good, without @Borrow
          LentByAStream | , method f, parameter a, argument of Publisher: a resource marked @Borrow is \
          in it, and is lent for a call only; give it for good, without @Borrow
          NoStage | , method f, result: an async function always returns a stage; mark \
          it @Future, or write CompletionStage<@Nullable ...>
          OtherException | , method f: java.io.IOException stands for no WIT error; mark its class \
          @ErrorType, or do not declare it
          TwoExceptions | , method f: throws 2 exceptions marked @ErrorType; a result has one error, \
          make one of them
          Unmakeable | , method f, exception UnmakeableException: cannot be made; give it a public \
          constructor that takes java.lang.String
          NoConstructor | , method f: a constructor returns the resource that it makes, and not later
          Generic | , method f: has type parameters, and WIT functions have none; write what they are
          UsesItself | uses itself, by way of \
          run.radicchio.component.binding.InterfaceErrorsTest$UsesBack; WIT has no cycles
          """)
  void saysWhereAndWhatToDo(String name, String problem) throws ClassNotFoundException {
    Class<?> java = Class.forName(InterfaceErrorsTest.class.getName() + "$" + name);
    InterfaceException e = assertThrows(InterfaceException.class, () -> InterfaceBinding.of(java));
    String place = java.getName() + (problem.startsWith(",") ? "" : ": ");
    String prefix =
        problem.startsWith("InterfaceErrorsTest") ? "run.radicchio.component.binding." : "";
    assertEquals(place + prefix + problem, e.getMessage());
  }

  @Test
  void saysThatAPackageIsNotExported() throws ClassNotFoundException {
    Class<?> hidden = Class.forName("jdk.internal.misc.Unsafe");
    InterfaceException e =
        assertThrows(
            InterfaceException.class, () -> Members.checkAccessible(hidden, new Place("here")));
    assertEquals(
        "here: jdk.internal.misc.Unsafe is in a package that its module does not export; write"
            + " `exports jdk.internal.misc;` in module java.base",
        e.getMessage());
  }

  @Test
  void saysThatParameterNamesAreMissing() throws Exception {
    Class<?> java = new WithoutParameterNames().load(OneNumber.class);
    InterfaceException e = assertThrows(InterfaceException.class, () -> InterfaceBinding.of(java));
    assertEquals(
        OneNumber.class.getName()
            + ", method f, parameter arg0: its name is not in the class file; compile with"
            + " -parameters, or give it one with @WitName",
        e.getMessage());
  }

  /** Loads an interface as if it were compiled without {@code -parameters}. */
  private static final class WithoutParameterNames extends ClassLoader {
    WithoutParameterNames() {
      super(InterfaceErrorsTest.class.getClassLoader());
    }

    Class<?> load(Class<?> java) throws IOException {
      String file = java.getName().substring(java.getPackageName().length() + 1) + ".class";
      try (InputStream stream = java.getResourceAsStream(file)) {
        ClassFile format = ClassFile.of();
        byte[] bytes =
            format.transformClass(
                format.parse(stream.readAllBytes()),
                ClassTransform.transformingMethods(
                    MethodTransform.dropping(MethodParametersAttribute.class::isInstance)));
        return defineClass(java.getName(), bytes, 0, bytes.length);
      }
    }
  }

  @WitInterface(WIT)
  public interface OneNumber {
    void f(int a);
  }

  public interface Unmarked {}

  @WitInterface(WIT)
  interface Hidden {}

  @WitInterface(WIT)
  public interface Plain {
    void f(Thread a);
  }

  @WitInterface(WIT)
  public interface Character16 {
    void f(char a);
  }

  @WitInterface(WIT)
  public interface OpenInterface {
    Runnable f();
  }

  @WitInterface(WIT)
  public interface Stage {
    CompletableFuture<Void> f();
  }

  @WitInterface(WIT)
  public interface Raw {
    @SuppressWarnings("rawtypes")
    void f(List a);
  }

  @WitInterface(WIT)
  public interface Booleans {
    void f(boolean[] a);
  }

  @WitInterface(WIT)
  public interface CodePoints {
    void f(@CodePoint int[] a);
  }

  @WitInterface(WIT)
  public interface Primitive {
    @SuppressWarnings("NullablePrimitive")
    void f(@Nullable int a);
  }

  @WitInterface(WIT)
  public interface NullInOptional {
    void f(Optional<@Nullable String> a);
  }

  @WitInterface(WIT)
  public interface Misplaced {
    void f(@Unsigned String a);
  }

  @TypeAlias(byte.class)
  @Unsigned @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  public @interface Small {}

  @WitInterface(WIT)
  public interface WrongAlias {
    void f(@Small int a);
  }

  @WitInterface(WIT)
  public interface SaidTwice {
    void f(@Unsigned @Small byte a);
  }

  public record Tree(List<Tree> children) {}

  @WitInterface(WIT)
  public interface Recursive {
    void f(Tree a);
  }

  public record Nothing() {}

  @WitInterface(WIT)
  public interface NoComponents {
    void f(Nothing a);
  }

  public sealed interface Shape {}

  public static final class Square implements Shape {}

  @WitInterface(WIT)
  public interface NoRecord {
    void f(Shape a);
  }

  public sealed interface Pair {}

  public record Both(int one, int other) implements Pair {}

  @WitInterface(WIT)
  public interface TwoPayloads {
    void f(Pair a);
  }

  // spotless:off
  public enum Thirty3 {
    A0,
    A1,
    A2,
    A3,
    A4,
    A5,
    A6,
    A7,
    A8,
    A9,
    B0,
    B1,
    B2,
    B3,
    B4,
    B5,
    B6,
    C0,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C8,
    C9,
    D0,
    D1,
    D2,
    D3,
    D4,
    D5
  }

  // spotless:on

  @WitInterface(WIT)
  public interface ManyFlags {
    void f(Set<Thirty3> a);
  }

  public enum Color {
    RED
  }

  @WitInterface(WIT)
  public interface EnumAndFlags {
    void f(Color a, Set<Color> b);
  }

  @WitInterface(WIT)
  public interface SetOfStrings {
    void f(Set<String> a);
  }

  @WitResource
  public interface NoCloseable {}

  @WitInterface(WIT)
  public interface Unclosable {
    NoCloseable f();
  }

  @WitInterface(WIT)
  public interface NoKebab {
    void f_g();
  }

  @WitInterface(WIT)
  public interface NoName {
    @WitName("F g")
    void f();
  }

  @WitInterface(WIT)
  public interface Overloaded {
    void f();

    void f(int a);
  }

  public interface Other {
    enum Color {
      BLUE
    }
  }

  @WitInterface(WIT)
  public interface SameNames {
    void f(Color a, Other.Color b);
  }

  @WitInterface(WIT)
  public interface TypeAndFunction {
    Color color();
  }

  @WitResource
  public interface Thing extends AutoCloseable {
    @Override
    void close();
  }

  @WitInterface(WIT)
  public interface LentForGood {
    List<@Borrow Thing> f();
  }

  @WitInterface(WIT)
  public interface LentByAStream {
    void f(Flow.Publisher<@Borrow Thing> a);
  }

  @WitInterface(WIT)
  public interface NoStage {
    @Nullable CompletionStage<Void> f();
  }

  @WitInterface(WIT)
  public interface OtherException {
    void f() throws IOException;
  }

  @ErrorType
  public static final class OneException extends Exception {
    private static final long serialVersionUID = 1;
  }

  @ErrorType
  public static final class UnmakeableException extends Exception {
    private static final long serialVersionUID = 1;

    public String error() {
      return "";
    }
  }

  @WitInterface(WIT)
  public interface TwoExceptions {
    void f() throws OneException, UnmakeableException;
  }

  @WitInterface(WIT)
  public interface Unmakeable {
    void f() throws UnmakeableException;
  }

  @WitInterface(WIT)
  public interface NoConstructor {
    @Constructor
    CompletionStage<Thing> f();
  }

  @WitInterface(WIT)
  public interface Generic {
    <T> void f(T a);
  }

  @WitInterface(value = WIT, uses = UsesBack.class)
  public interface UsesItself {}

  @WitInterface(value = WIT, uses = UsesItself.class)
  public interface UsesBack {}
}
