package run.radicchio.component.proxy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * Says in the terms of a component what Java's types are.
 *
 * <p>In: the binding of a Java type, and the type of a component's function that equals it but for
 * the resource types that they speak of. Out: a binding with the component's resource types, in
 * which resources of guests are Java objects around them.
 */
final class GuestBindings {
  private final ComponentInstance instance;
  private final ResourceObjects resources;
  private final boolean lifted;

  /**
   * Of one instance.
   *
   * @param lifted whether the values come from the guest, or else go to it
   */
  GuestBindings(ComponentInstance instance, ResourceObjects resources, boolean lifted) {
    this.instance = instance;
    this.resources = resources;
    this.lifted = lifted;
  }

  Binding of(Binding java, ValType guest) {
    ValType type = guest.structure();
    return switch (java) {
      case Binding.Scalar scalar -> scalar;
      case Binding.EnumOf enumeration -> enumeration;
      case Binding.FlagsOf flags -> flags;
      case Binding.Wrapped wrapped -> wrapped;
      case Binding.NumericList list -> numericList(list);
      case Binding.ListOf list -> {
        ListType listType = (ListType) type;
        yield new Binding.ListOf(listType, of(list.element(), listType.element()));
      }
      case Binding.RecordOf record ->
          new Binding.RecordOf(
              type,
              all(record.fields(), fieldTypes(type)),
              record.make(),
              record.parts(),
              record.java());
      case Binding.VariantOf variant -> variant(variant, (VariantType) type);
      case Binding.OptionOf option -> {
        OptionType optionType = (OptionType) type;
        yield new Binding.OptionOf(
            optionType, of(option.element(), optionType.element()), option.optional());
      }
      case Binding.ResultOf result -> {
        ResultType resultType = (ResultType) type;
        yield new Binding.ResultOf(
            resultType,
            ofNullable(result.ok(), resultType.ok()),
            ofNullable(result.error(), resultType.error()));
      }
      case Binding.Own own -> {
        OwnType ownType = (OwnType) type;
        yield resource(
            new Binding.Own(ownType, null), own.java(), instance.resource(ownType.resource()));
      }
      case Binding.BorrowOf borrow -> {
        BorrowType borrowType = (BorrowType) type;
        yield resource(
            new Binding.BorrowOf(borrowType, null),
            borrow.java(),
            instance.resource(borrowType.resource()));
      }
      case Binding.StreamOf stream -> {
        StreamType streamType = (StreamType) type;
        yield stream.chunked()
            ? stream
            : new Binding.StreamOf(streamType, ofNullable(stream.item(), streamType.element()));
      }
      case Binding.FutureOf future -> {
        FutureType futureType = (FutureType) type;
        yield new Binding.FutureOf(futureType, ofNullable(future.element(), futureType.element()));
      }
    };
  }

  @Nullable Binding ofNullable(@Nullable Binding java, @Nullable ValType guest) {
    return java == null || guest == null ? null : of(java, guest);
  }

  /** A view of guest memory would outlive what it shows: a result's memory is freed at once. */
  private Binding numericList(Binding.NumericList list) {
    return lifted && list.container() == ByteBuffer.class
        ? new Binding.Wrapped(
            new Binding.NumericList(list.type(), byte[].class),
            bytes -> ByteBuffer.wrap((byte[]) bytes),
            buffer -> ((ByteBuffer) buffer).array())
        : list;
  }

  /** One of the host's own is the Java object itself. */
  private Binding resource(Binding handle, @Nullable Class<?> java, RuntimeResource resource) {
    return resource.owner() == null || java == null ? handle : resources.of(java).around(handle);
  }

  private Binding variant(Binding.VariantOf variant, VariantType type) {
    List<@Nullable Binding> payloads = new ArrayList<>();
    for (int i = 0; i < variant.payloads().size(); i++) {
      payloads.add(ofNullable(variant.payloads().get(i), type.cases().get(i).type()));
    }
    return new Binding.VariantOf(
        type, payloads, variant.make(), variant.caseOf(), variant.payloadOf(), variant.java());
  }

  private List<Binding> all(List<Binding> java, List<ValType> guest) {
    List<Binding> bindings = new ArrayList<>();
    for (int i = 0; i < java.size(); i++) {
      bindings.add(of(java.get(i), guest.get(i)));
    }
    return bindings;
  }

  private static List<ValType> fieldTypes(ValType type) {
    return type instanceof TupleType tuple
        ? tuple.elements()
        : ((RecordType) type).fields().stream().map(RecordType.Field::type).toList();
  }
}
