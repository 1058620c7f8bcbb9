package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.OBJECT;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.type.ValType;

/** The host's classes and their members, as generated code calls them: through constant handles. */
final class Members {
  static final ClassDesc NUMBERS = Descriptors.of(GuestValues.Numbers.class);

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Members() {}

  /** The canonical constructor of a record, from the carriers of bindings. */
  record Constructor(MethodHandle handle, List<Binding> parameters) {
    /** Pushes it; then come its arguments. */
    void push(AdapterClass owner, CodeBuilder code) {
      owner.pushConstant(code, handle, ConstantDescs.CD_MethodHandle);
    }

    /** Pops it and its arguments and pushes the record. */
    void call(CodeBuilder code) {
      invoke(code, OBJECT, parameters.stream().map(Carriers::descriptor).toList());
    }
  }

  /** Calls a handle that is on the stack before its arguments. */
  static void invoke(CodeBuilder code, ClassDesc result, List<ClassDesc> parameters) {
    code.invokevirtual(
        ConstantDescs.CD_MethodHandle, "invokeExact", MethodTypeDesc.of(result, parameters));
  }

  /** Pushes what knows the host's class for a list of numbers. */
  static void pushNumbers(AdapterClass owner, CodeBuilder code, Binding.NumericList list) {
    int size = Layout.of(list.type().element()).size();
    owner.pushConstant(code, GuestValues.Numbers.in(list.container(), size), NUMBERS);
  }

  static Constructor constructor(Class<?> record, List<Binding> components) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      MethodHandle constructor =
          LOOKUP.unreflectConstructor(readable(record).getConstructor(types));
      return new Constructor(
          carrying(constructor, Object.class, components), List.copyOf(components));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(record + " was accessible and is no more", impossible);
    }
  }

  /** The accessors of a record's components, each from an {@code Object} to a carrier. */
  static List<MethodHandle> accessors(Class<?> record, List<Binding> components) {
    RecordComponent[] all = record.getRecordComponents();
    List<MethodHandle> accessors = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      MethodHandle accessor = method(all[i].getAccessor());
      accessors.add(
          accessor.asType(MethodType.methodType(Carriers.of(components.get(i)), Object.class)));
    }
    return accessors;
  }

  /** A method, of the object that it is called on at first. */
  static MethodHandle method(Method method) {
    readable(method.getDeclaringClass());
    try {
      return LOOKUP.unreflect(method);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(method + " was accessible and is no more", impossible);
    }
  }

  /** Reflection reads every module by itself, and handles do not. */
  static Class<?> readable(Class<?> type) {
    Members.class.getModule().addReads(type.getModule());
    return type;
  }

  /** A handle whose parameters are the carriers of bindings. */
  static MethodHandle carrying(MethodHandle handle, Class<?> result, List<Binding> parameters) {
    List<Class<?>> types = new ArrayList<>();
    for (Binding parameter : parameters) {
      types.add(Carriers.of(parameter));
    }
    return handle.asType(MethodType.methodType(result, types));
  }

  static Layout.Sequence layout(List<Binding> bindings) {
    return Layout.sequence(bindings.stream().map(binding -> Layout.of(binding.type())).toList());
  }

  static List<@Nullable ValType> types(List<@Nullable Binding> bindings) {
    List<@Nullable ValType> types = new ArrayList<>(bindings.size());
    for (Binding binding : bindings) {
      types.add(binding == null ? null : binding.type());
    }
    return types;
  }

  static List<@Nullable ValType> optional(@Nullable Binding first, @Nullable Binding second) {
    return types(Arrays.asList(first, second));
  }

  static List<@Nullable ValType> nothing(int count) {
    return java.util.Collections.nCopies(count, null);
  }

  static Class<?> known(Binding.RecordOf binding) {
    return known(binding.java(), binding);
  }

  static Class<?> known(Binding.EnumOf binding) {
    return known(binding.java(), binding);
  }

  static Class<?> known(Binding.FlagsOf binding) {
    return known(binding.java(), binding);
  }

  private static Class<?> known(@Nullable Class<?> java, Binding binding) {
    if (java == null) {
      throw new IllegalArgumentException(
          "adapters are for classes, and none stands for " + binding);
    }
    return java;
  }
}
