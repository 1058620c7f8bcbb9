package run.radicchio.component.type;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType.AbstractHeap;
import run.radicchio.component.type.CoreType.Heap;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.CoreType.Reference;
import run.radicchio.component.type.CoreType.Value;

/**
 * Types of a core module that are defined together, since they may refer to each other (core
 * specification, "Recursive Types").
 *
 * <p>Two groups are equal if they are written the same, where they refer to themselves by position
 * and to others by what these are. Types nest as deep as a module likes and share their parts, so
 * that is compared by a hash, which has in it those of the groups that are referred to.
 */
public final class RecursiveGroup {
  private final List<SubType> types;
  private final Identity identity;

  /** The types of a group, which name each other by {@link Member}. */
  public RecursiveGroup(List<SubType> types) {
    this.types = List.copyOf(types);
    this.identity = Identity.of(this.types);
  }

  /** The group of one function type that is final and below no other. */
  public static RecursiveGroup of(CoreType.Function type) {
    return new RecursiveGroup(
        List.of(
            new SubType(true, null, new Composite.Function(type.parameters(), type.results()))));
  }

  /**
   * A type of a group.
   *
   * @param isFinal whether none may be declared below it
   * @param supertype the type that it is declared below, or null
   */
  public record SubType(boolean isFinal, @Nullable Heap supertype, Composite composite) {}

  /** What a type is made of. */
  public sealed interface Composite {
    /** Whether a type of this may be declared below one of another; neither has members. */
    boolean matches(Composite expected);

    /** A function's parameters and results. */
    record Function(List<Value> parameters, List<Value> results) implements Composite {
      public Function {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
      }

      @Override
      public boolean matches(Composite expected) {
        return expected instanceof Function(List<Value> given, List<Value> wanted)
            && given.size() == parameters.size()
            && wanted.size() == results.size()
            && IntStream.range(0, given.size())
                .allMatch(i -> given.get(i).matches(parameters.get(i)))
            && IntStream.range(0, wanted.size())
                .allMatch(i -> results.get(i).matches(wanted.get(i)));
      }
    }

    /** The fields of a struct. */
    record Struct(List<Field> fields) implements Composite {
      public Struct {
        fields = List.copyOf(fields);
      }

      @Override
      public boolean matches(Composite expected) {
        return expected instanceof Struct(List<Field> first)
            && first.size() <= fields.size()
            && IntStream.range(0, first.size()).allMatch(i -> fields.get(i).matches(first.get(i)));
      }
    }

    /** The elements of an array. */
    record Array(Field element) implements Composite {
      @Override
      public boolean matches(Composite expected) {
        return expected instanceof Array(Field other) && element.matches(other);
      }
    }
  }

  /**
   * A field.
   *
   * @param value its type; {@code i32} where it is packed
   * @param packed the bits that it is packed into, 8 or 16, or 0 where it is not packed
   */
  public record Field(Value value, int packed, boolean mutable) {
    private boolean matches(Field expected) {
      if (mutable || expected.mutable) {
        return equals(expected);
      }
      return packed == expected.packed && value.matches(expected.value);
    }
  }

  /** The type at a position of the group that this is written in. */
  public record Member(int position) implements Heap {
    @Override
    public boolean matches(Heap expected) {
      return equals(expected);
    }
  }

  /** The types as they are written, in order. */
  public List<SubType> types() {
    return types;
  }

  /** The type at a position. */
  public DefinedType get(int position) {
    return new DefinedType(this, position);
  }

  Heap unroll(Heap heap) {
    return heap instanceof Member(int position) ? get(position) : heap;
  }

  Composite unroll(Composite composite) {
    return switch (composite) {
      case Composite.Function(List<Value> parameters, List<Value> results) ->
          new Composite.Function(unroll(parameters), unroll(results));
      case Composite.Struct(List<Field> fields) ->
          new Composite.Struct(fields.stream().map(this::unroll).toList());
      case Composite.Array(Field element) -> new Composite.Array(unroll(element));
    };
  }

  private List<Value> unroll(List<Value> values) {
    for (Value value : values) {
      if (value instanceof Reference(boolean nullable, Member member)) {
        return values.stream().map(this::unroll).toList();
      }
    }
    return values;
  }

  private Field unroll(Field field) {
    return new Field(unroll(field.value()), field.packed(), field.mutable());
  }

  private Value unroll(Value value) {
    return value instanceof Reference(boolean nullable, Heap heap)
        ? new Reference(nullable, unroll(heap))
        : value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof RecursiveGroup g && identity.equals(g.identity));
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  /** In the text format. */
  @Override
  public String toString() {
    return CoreTypeText.of(this);
  }

  /** The SHA-256 of a group as it is written. */
  private record Identity(long a, long b, long c, long d) {
    /** One for all, locked while it is used: to make one takes more memory than most groups. */
    private static final MessageDigest HASH = hash();

    private static final VarHandle LONGS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static MessageDigest hash() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new LinkageError("every Java platform has SHA-256", e);
      }
    }

    static Identity of(List<SubType> types) {
      synchronized (HASH) {
        HASH.reset();
        types.forEach(Identity::add);
        byte[] hash = HASH.digest();
        return new Identity(
            (long) LONGS.get(hash, 0),
            (long) LONGS.get(hash, 8),
            (long) LONGS.get(hash, 16),
            (long) LONGS.get(hash, 24));
      }
    }

    private static void add(SubType type) {
      add(type.isFinal() ? 1 : 0);
      Heap supertype = type.supertype();
      if (supertype == null) {
        add(NONE);
      } else {
        add(supertype);
      }
      switch (type.composite()) {
        case Composite.Function(List<Value> parameters, List<Value> results) -> {
          add(FUNCTION);
          add(parameters.size());
          parameters.forEach(Identity::add);
          add(results.size());
          results.forEach(Identity::add);
        }
        case Composite.Struct(List<Field> fields) -> {
          add(STRUCT);
          add(fields.size());
          fields.forEach(Identity::add);
        }
        case Composite.Array(Field element) -> {
          add(ARRAY);
          add(element);
        }
      }
    }

    private static void add(Field field) {
      add(field.packed());
      add(field.mutable() ? 1 : 0);
      add(field.value());
    }

    private static void add(Value value) {
      switch (value) {
        case NumberType number -> {
          add(NUMBER);
          add(number.code());
        }
        case Reference(boolean nullable, Heap heap) -> {
          add(nullable ? NULLABLE : NOT_NULL);
          add(heap);
        }
      }
    }

    private static void add(Heap heap) {
      switch (heap) {
        case AbstractHeap kind -> {
          add(ABSTRACT);
          add(kind.code());
        }
        case Member(int position) -> {
          add(MEMBER);
          add(position);
        }
        case DefinedType(RecursiveGroup group, int position) -> {
          add(DEFINED);
          add(position);
          add(group.identity.a);
          add(group.identity.b);
          add(group.identity.c);
          add(group.identity.d);
        }
      }
    }

    private static void add(long bits) {
      add((int) bits);
      add((int) (bits >>> Integer.SIZE));
    }

    private static void add(int bits) {
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        HASH.update((byte) (bits >>> shift));
      }
    }

    // What follows. Where one of them is written, no other number can be.
    private static final int NONE = 0;
    private static final int FUNCTION = 1;
    private static final int STRUCT = 2;
    private static final int ARRAY = 3;
    private static final int NUMBER = 4;
    private static final int NULLABLE = 5;
    private static final int NOT_NULL = 6;
    private static final int ABSTRACT = 7;
    private static final int MEMBER = 8;
    private static final int DEFINED = 9;
  }
}
