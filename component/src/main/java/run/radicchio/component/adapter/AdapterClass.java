package run.radicchio.component.adapter;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A hidden class that is being written, mostly of static methods. What its code refers to that has
 * no name, such as handles of the host's methods, are constants of it.
 */
final class AdapterClass {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final DirectMethodHandleDesc CONSTANT =
      ConstantDescs.ofConstantBootstrap(
          Descriptors.of(MethodHandles.class),
          "classDataAt",
          ConstantDescs.CD_Object,
          Descriptors.INT);

  private final ClassDesc name;
  private final List<Object> constants = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> indices = new IdentityHashMap<>();
  private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();
  private final Map<String, IdentityHashMap<Object, String>> shared = new HashMap<>();

  /**
   * A class without methods.
   *
   * @param label what it is for: part of its name in stack traces
   */
  AdapterClass(String label) {
    name =
        ClassDesc.of(
            AdapterClass.class.getPackageName(),
            "Adapter_" + label.replaceAll("[^a-zA-Z0-9]+", "_"));
  }

  /** Pushes an object that was given when the class was written. */
  void pushConstant(CodeBuilder code, Object value, ClassDesc type) {
    int index =
        indices.computeIfAbsent(
            value,
            _ -> {
              constants.add(value);
              return constants.size() - 1;
            });
    code.loadConstant(
        DynamicConstantDesc.ofNamed(CONSTANT, ConstantDescs.DEFAULT_NAME, type, index));
  }

  /** Its name while it is being written. */
  ClassDesc name() {
    return name;
  }

  /** Adds what is no static method. */
  void with(Consumer<ClassBuilder> member) {
    methods.add(member);
  }

  /** Adds a static method. */
  void method(String method, MethodTypeDesc type, Consumer<CodeBuilder> body) {
    methods.add(builder -> builder.withMethodBody(method, type, AccessFlag.STATIC.mask(), body));
  }

  /**
   * Calls the method that does something for values of a type, which is written now if it was not
   * before.
   *
   * @param purpose what it does
   * @param subject the type, told apart by identity
   */
  void callShared(
      CodeBuilder code,
      String purpose,
      Object subject,
      MethodTypeDesc type,
      Consumer<CodeBuilder> body) {
    IdentityHashMap<Object, String> known =
        shared.computeIfAbsent(purpose, _ -> new IdentityHashMap<>());
    String method = known.get(subject);
    if (method == null) {
      method = purpose + "$" + known.size();
      known.put(subject, method);
      method(method, type, body);
    }
    code.invokestatic(name, method, type);
  }

  static MethodTypeDesc descriptor(MethodType type) {
    return type.describeConstable().orElseThrow();
  }

  /** Loads the class; the lookup can find its methods. */
  MethodHandles.Lookup define() {
    byte[] bytes =
        ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(LOOKUP)))
            .build(
                name,
                builder -> {
                  // Methods may be added while others are written.
                  for (int i = 0; i < methods.size(); i++) {
                    methods.get(i).accept(builder);
                  }
                });
    try {
      return LOOKUP.defineHiddenClassWithClassData(bytes, List.copyOf(constants), false);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("a package cannot hold a class of its own", impossible);
    }
  }
}
