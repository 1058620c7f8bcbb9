package run.radicchio.component.type;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType.AbstractHeap;
import run.radicchio.component.type.CoreType.Heap;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.CoreType.Reference;
import run.radicchio.component.type.CoreType.Value;
import run.radicchio.component.type.RecursiveGroup.Composite;
import run.radicchio.component.type.RecursiveGroup.Field;
import run.radicchio.component.type.RecursiveGroup.SubType;

/**
 * Core types in the text format, for messages.
 *
 * <p>A type that a module defines is written out, as its name means nothing elsewhere. A member of
 * a group that refers to itself is written as in the core specification: {@code (rec …).0}, and
 * {@code rec.0} in it.
 */
public final class CoreTypeText {
  /** Types can be endless when they are written out, and what is longer is not read. */
  private static final int MAX_LENGTH = 300;

  private final StringBuilder text = new StringBuilder();

  private CoreTypeText() {}

  /** Something that a module imports or exports, such as {@code (func (param i32))}. */
  public static String of(CoreType type) {
    CoreTypeText text = new CoreTypeText();
    text.append(type);
    return text.text.toString();
  }

  /** A type of core values, such as {@code i32} or {@code (ref null (func))}. */
  public static String of(Value type) {
    CoreTypeText text = new CoreTypeText();
    text.append(type);
    return text.text.toString();
  }

  static String of(DefinedType type) {
    CoreTypeText text = new CoreTypeText();
    text.append(type);
    return text.text.toString();
  }

  static String of(RecursiveGroup group) {
    CoreTypeText text = new CoreTypeText();
    text.append(group);
    return text.text.toString();
  }

  private void append(CoreType type) {
    switch (type) {
      case CoreType.Function function -> appendFunction(function);
      case CoreType.Tag(CoreType.Function function) -> {
        add("(tag");
        appendSignature(function.parameters(), function.results());
        appendDefinition(function);
        add(")");
      }
      case CoreType.Table(Reference element, CoreType.Limits limits) -> {
        add("(table");
        append(limits);
        add(" ");
        append(element);
        add(")");
      }
      case CoreType.Memory(CoreType.Limits limits, boolean shared) -> {
        add("(memory");
        append(limits);
        add(shared ? " shared)" : ")");
      }
      case CoreType.Global(Value value, boolean mutable) -> {
        add(mutable ? "(global (mut " : "(global ");
        append(value);
        add(mutable ? "))" : ")");
      }
    }
  }

  private void appendFunction(CoreType.Function function) {
    add("(func");
    appendDefinition(function);
    appendSignature(function.parameters(), function.results());
    add(")");
  }

  private void appendDefinition(CoreType.Function function) {
    if (function.definition() != null) {
      add(" (type ");
      append(function.definition());
      add(")");
    }
  }

  private void appendSignature(List<Value> parameters, List<Value> results) {
    append(" (param", parameters);
    append(" (result", results);
  }

  private void append(String opening, List<Value> values) {
    if (!values.isEmpty()) {
      add(opening);
      for (Value value : values) {
        add(" ");
        append(value);
      }
      add(")");
    }
  }

  private void append(CoreType.Limits limits) {
    Long maximum = limits.maximum();
    add(limits.index64() ? " i64 " : " ");
    add(Long.toUnsignedString(limits.minimum()));
    if (maximum != null) {
      add(" ");
      add(Long.toUnsignedString(maximum));
    }
  }

  private void append(Value value) {
    switch (value) {
      case NumberType number -> add(number.toString());
      case Reference(boolean nullable, AbstractHeap heap) when nullable -> add(shortened(heap));
      case Reference(boolean nullable, Heap heap) -> {
        add(nullable ? "(ref null " : "(ref ");
        append(heap);
        add(")");
      }
    }
  }

  private static String shortened(AbstractHeap heap) {
    return switch (heap) {
      case NONE -> "nullref";
      case NOEXTERN -> "nullexternref";
      case NOFUNC -> "nullfuncref";
      case NOEXN -> "nullexnref";
      default -> heap + "ref";
    };
  }

  private void append(Heap heap) {
    if (text.length() >= MAX_LENGTH) {
      return;
    }
    switch (heap) {
      case AbstractHeap kind -> add(kind.toString());
      case RecursiveGroup.Member(int position) -> add("rec." + position);
      case DefinedType type -> append(type);
    }
  }

  private void append(DefinedType type) {
    List<SubType> types = type.group().types();
    if (types.size() == 1) {
      append(types.getFirst());
    } else {
      append(type.group());
      add("." + type.position());
    }
  }

  private void append(RecursiveGroup group) {
    add("(rec");
    for (SubType type : group.types()) {
      add(" ");
      append(type);
    }
    add(")");
  }

  private void append(SubType type) {
    Heap supertype = type.supertype();
    boolean isPlain = type.isFinal() && supertype == null;
    if (!isPlain) {
      add(type.isFinal() ? "(sub final " : "(sub ");
      appendSupertype(supertype);
    }
    append(type.composite());
    add(isPlain ? "" : ")");
  }

  private void appendSupertype(@Nullable Heap supertype) {
    if (supertype != null) {
      append(supertype);
      add(" ");
    }
  }

  private void append(Composite composite) {
    switch (composite) {
      case Composite.Function(List<Value> parameters, List<Value> results) -> {
        add("(func");
        appendSignature(parameters, results);
      }
      case Composite.Struct(List<Field> fields) -> {
        add("(struct");
        for (Field field : fields) {
          add(" (field ");
          append(field);
          add(")");
        }
      }
      case Composite.Array(Field element) -> {
        add("(array ");
        append(element);
      }
    }
    add(")");
  }

  private void append(Field field) {
    add(field.mutable() ? "(mut " : "");
    if (field.packed() == 0) {
      append(field.value());
    } else {
      add("i" + field.packed());
    }
    add(field.mutable() ? ")" : "");
  }

  private void add(String part) {
    if (text.length() < MAX_LENGTH) {
      text.append(part);
      if (text.length() >= MAX_LENGTH) {
        text.append("…");
      }
    }
  }
}
