package run.radicchio.component.guest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.CodePoint;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;

/** The types that {@code guests/tests/relay.wasm} passes on, in {@code tests/wit/values.wit}. */
@WitInterface(
    value = "radicchio:test/types",
    types = {
      Types.Mixed.class,
      Types.Shape.class,
      Types.Color.class,
      Types.Group.class,
      Types.DivisionError.class
    },
    flags = {Types.Access.class, Types.Twelve.class, Types.FullHouse.class})
public interface Types {

  record Mixed(
      @Unsigned byte a,
      @Unsigned long b,
      @Unsigned short c,
      float d,
      boolean e,
      @CodePoint int f,
      String g,
      byte h,
      double i) {}

  @Tuple
  record Pair(@Unsigned byte first, long second) {}

  sealed interface Shape {
    record Empty() implements Shape {}

    record Circle(float value) implements Shape {}

    record Area(@Unsigned long value) implements Shape {}

    record Exact(double value) implements Shape {}

    record Label(String value) implements Shape {}

    record Letter(@CodePoint int value) implements Shape {}

    @WitName("pair")
    record OfPair(Pair value) implements Shape {}

    record Full(Mixed value) implements Shape {}
  }

  enum Color {
    RED,
    GREEN,
    BLUE
  }

  enum Access {
    READ,
    WRITE,
    EXECUTE
  }

  enum Twelve {
    F0,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11
  }

  enum FullHouse {
    F0,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    F13,
    F14,
    F15,
    F16,
    F17,
    F18,
    F19,
    F20,
    F21,
    F22,
    F23,
    F24,
    F25,
    F26,
    F27,
    F28,
    F29,
    F30,
    F31
  }

  record Group(
      String name,
      List<Mixed> members,
      @Nullable Mixed leader,
      List<Shape> shapes,
      List<Color> colors,
      Set<Access> access) {}

  sealed interface DivisionError {
    record ByZero() implements DivisionError {}

    record Inexact(@Unsigned int value) implements DivisionError {}
  }
}
