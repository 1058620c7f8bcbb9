package run.radicchio.component.guest;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.guest.Types.Access;
import run.radicchio.component.guest.Types.Color;
import run.radicchio.component.guest.Types.DivisionError;
import run.radicchio.component.guest.Types.FullHouse;
import run.radicchio.component.guest.Types.Group;
import run.radicchio.component.guest.Types.Mixed;
import run.radicchio.component.guest.Types.Shape;
import run.radicchio.component.guest.Types.Twelve;
import run.radicchio.component.wit.CodePoint;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;

/** What {@code guests/tests/relay.wasm} imports. */
@WitInterface(value = "radicchio:test/values", uses = Types.class)
public interface Values {

  @Tuple
  record Triple(@Unsigned byte first, @Unsigned long second, String third) {}

  @Tuple
  record Inner(boolean first, Color second) {}

  @Tuple
  record Outer(float first, Inner second) {}

  @Tuple
  record Row(@Unsigned byte first, String second, double third) {}

  boolean echoBool(boolean v);

  @Unsigned byte echoU8(@Unsigned byte v);

  byte echoS8(byte v);

  @Unsigned short echoU16(@Unsigned short v);

  short echoS16(short v);

  @Unsigned int echoU32(@Unsigned int v);

  int echoS32(int v);

  @Unsigned long echoU64(@Unsigned long v);

  long echoS64(long v);

  float echoF32(float v);

  double echoF64(double v);

  @CodePoint
  int echoChar(@CodePoint int v);

  String echoString(String v);

  Color echoColor(Color v);

  Set<Access> echoAccess(Set<Access> v);

  Set<Twelve> echoTwelve(Set<Twelve> v);

  Set<FullHouse> echoFullHouse(Set<FullHouse> v);

  Mixed echoMixed(Mixed v);

  Shape echoShape(Shape v);

  Group echoGroup(Group v);

  Triple echoTuple(Triple v);

  Outer echoPair(Outer v);

  @WitName("echo-option-u32")
  @Nullable @Unsigned Integer echoOptionU32(@Nullable @Unsigned Integer v);

  @Nullable String echoOptionString(@Nullable String v);

  @SuppressWarnings("NullableOptional") // an option of an option
  @Nullable Optional<@Unsigned Long> echoOptionOption(@Nullable Optional<@Unsigned Long> v);

  @Nullable Shape echoOptionShape(@Nullable Shape v);

  List<Boolean> echoBools(List<Boolean> v);

  ByteBuffer echoBytes(ByteBuffer v);

  short[] echoShorts(short[] v);

  @Unsigned int[] echoWords(@Unsigned int[] v);

  @Unsigned long[] echoLongs(@Unsigned long[] v);

  float[] echoFloats(float[] v);

  double[] echoDoubles(double[] v);

  List<@CodePoint Integer> echoChars(List<@CodePoint Integer> v);

  List<String> echoStrings(List<String> v);

  List<@Unsigned short[]> echoNested(List<@Unsigned short[]> v);

  List<@Nullable String> echoOptions(List<@Nullable String> v);

  List<Row> echoTuples(List<Row> v);

  List<Mixed> echoMixeds(List<Mixed> v);

  List<Group> echoGroups(List<Group> v);

  double sumSixteen(
      @Unsigned byte a,
      byte b,
      @Unsigned short c,
      short d,
      @Unsigned int e,
      int f,
      @Unsigned long g,
      long h,
      float i,
      double j,
      @Unsigned byte k,
      @Unsigned short l,
      @Unsigned int m,
      @Unsigned long n,
      float o,
      double p);

  double sumSeventeen(
      @Unsigned byte a,
      byte b,
      @Unsigned short c,
      short d,
      @Unsigned int e,
      int f,
      @Unsigned long g,
      long h,
      float i,
      double j,
      @Unsigned byte k,
      @Unsigned short l,
      @Unsigned int m,
      @Unsigned long n,
      float o,
      double p,
      @Unsigned byte q);

  @Unsigned int divide(@Unsigned int a, @Unsigned int b) throws DivisionException;

  String check(String text) throws RejectedException;

  void accept(Color c, boolean ok) throws ColorException;

  Group find(String name) throws NotFoundException;

  void confirm(boolean ok) throws NotFoundException;

  void nothing();

  /** A quotient that is none. */
  @ErrorType
  final class DivisionException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient DivisionError error;

    public DivisionException(DivisionError error) {
      super(error.toString());
      this.error = error;
    }

    public DivisionError error() {
      return error;
    }
  }

  /** A text that is not taken. */
  @ErrorType
  final class RejectedException extends Exception {
    private static final long serialVersionUID = 1;
    private final String error;

    public RejectedException(String error) {
      super(error);
      this.error = error;
    }

    public String error() {
      return error;
    }
  }

  /** A color that is not taken. */
  @ErrorType
  final class ColorException extends Exception {
    private static final long serialVersionUID = 1;
    private final Color error;

    public ColorException(Color error) {
      super(error.toString());
      this.error = error;
    }

    public Color error() {
      return error;
    }
  }

  /** Nothing there. */
  @ErrorType
  final class NotFoundException extends Exception {
    private static final long serialVersionUID = 1;

    /** With nothing to add. */
    public NotFoundException() {}
  }
}
