package run.radicchio.component.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.CoreTypeText;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

/** Reads type definitions (Binary.md, {@code deftype}). */
final class TypeReader {
  private static final CoreType.Function DESTRUCTOR =
      new CoreType.Function(List.of(NumberType.I32), List.of());

  private final BinaryReader reader;
  private final Scope scope;
  private final ValueTypeReader values;
  private @Nullable DeclarationReader nested;

  TypeReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
    this.values = new ValueTypeReader(reader, scope);
  }

  /** Reads a type and appends it. */
  void readDefinition() {
    int offset = reader.offset();
    int code = reader.u8("component defined type");
    TypeBound type =
        switch (code) {
          case 0x3f -> new TypeBound.EqualsResource(readResource(offset));
          case 0x40 -> extern(readFunction(false, offset), offset);
          case 0x41 -> extern(readComponent(offset), offset);
          case 0x42 -> extern(readInstance(offset), offset);
          case 0x43 -> extern(readFunction(true, offset), offset);
          default -> {
            ValType value = values.readDefinition(code, offset);
            if (value == null) {
              throw reader.unexpectedByte(code, "component defined type");
            }
            yield new TypeBound.EqualsValue(value);
          }
        };
    scope.types.add(type);
  }

  private TypeBound extern(ExternType type, int offset) {
    scope.reading().facts().check(type, offset);
    return new TypeBound.EqualsExtern(type);
  }

  private FuncType readFunction(boolean async, int offset) {
    FuncType type = new FuncType(async, values.readParameters(), values.readResult());
    ValType result = type.result();
    if (result != null && scope.reading().facts().of(result).borrows()) {
      throw new InvalidComponentException("function result cannot contain a `borrow` type", offset);
    }
    return type;
  }

  private ResourceType readResource(int offset) {
    int representation = reader.u8("the representation of a resource");
    if (representation == 0x7e) {
      throw Gated.feature("resources represented by i64 (memory64)", offset);
    }
    if (representation != 0x7f) {
      throw new InvalidComponentException(
          "resources can only be represented by `i32`, found 0x%x".formatted(representation),
          offset);
    }
    Integer destructor = null;
    if (reader.flag("an optional destructor")) {
      int indexOffset = reader.offset();
      destructor = reader.u32("the index of a destructor");
      CoreType.Function function = scope.core().functions.get(destructor, indexOffset);
      if (!function.hasSignatureOf(DESTRUCTOR)) {
        throw new InvalidComponentException(
            "wrong signature for a destructor: expected %s, found %s"
                .formatted(CoreTypeText.of(DESTRUCTOR), CoreTypeText.of(function)),
            indexOffset);
      }
    }
    if (!scope.isComponent()) {
      throw new InvalidComponentException(
          "resources can only be defined within a concrete component", offset);
    }
    ResourceType resource = scope.reading().aliases().define();
    scope.addLocal(resource);
    scope.define(new Definition.Resource(resource, destructor));
    return resource;
  }

  private InstanceType readInstance(int offset) {
    int count = reader.count("instance type declarations");
    return count == 0
        ? InstanceType.EMPTY
        : nested(offset).read(count, Scope.Kind.INSTANCE_TYPE).instanceType();
  }

  private ComponentType readComponent(int offset) {
    int count = reader.count("component type declarations");
    return count == 0
        ? ComponentType.EMPTY
        : nested(offset).read(count, Scope.Kind.COMPONENT_TYPE).componentType();
  }

  /** One for all types in this scope, which are read one after another. */
  private DeclarationReader nested(int offset) {
    scope.reading().work().steps(Work.TYPE_SCOPE, offset);
    if (nested == null) {
      nested =
          new DeclarationReader(
              reader, new Scope(scope.reading(), Scope.Kind.INSTANCE_TYPE, scope, offset));
    }
    return nested;
  }
}
