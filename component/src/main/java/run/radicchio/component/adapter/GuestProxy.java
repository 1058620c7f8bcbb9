package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.OBJECTS;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.Failures;
import run.radicchio.component.runtime.LiftedResource;

/**
 * A class whose objects are of a Java interface and call guests: each method hands its arguments to
 * a constant handle, and with them what the object has for that method. Made once for each Java
 * interface.
 */
public final class GuestProxy {
  private static final ClassDesc RESOURCE = Descriptors.of(LiftedResource.class);
  private static final String SITES = "sites";
  private static final String FIELD = "resource";
  private static final ClassValue<Map<List<Target>, GuestProxy>> PROXIES =
      new ClassValue<>() {
        @Override
        protected Map<List<Target>, GuestProxy> computeValue(Class<?> java) {
          return new ConcurrentHashMap<>();
        }
      };

  private final MethodHandle constructor;

  /**
   * A method, and what sort of thing it calls: of one sort, it has the same handle in every
   * instance.
   */
  public record Target(Method method, Class<?> sort) {}

  /** An object that stands for a resource of a guest, or for functions of no resource. */
  public interface OfGuest {
    /** The resource; null for what has functions of no resource. */
    @Nullable LiftedResource guestResource();
  }

  private GuestProxy(Class<?> java, List<Target> methods, Function<Method, MethodHandle> targets) {
    Members.readable(java);
    AdapterClass owner = new AdapterClass(java.getSimpleName());
    owner.with(builder -> fields(builder, owner.name(), java));
    for (int i = 0; i < methods.size(); i++) {
      int index = i;
      Method method = methods.get(i).method();
      MethodHandle target = targets.apply(method);
      owner.with(builder -> method(builder, owner, method, index, target));
    }
    MethodHandles.Lookup written = owner.define();
    try {
      constructor =
          written
              .findConstructor(
                  written.lookupClass(),
                  MethodType.methodType(void.class, Object[].class, LiftedResource.class))
              .asType(MethodType.methodType(Object.class, Object[].class, LiftedResource.class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the class was just written", impossible);
    }
  }

  /** Whether code that is written here can name an interface and the types in its methods. */
  public static boolean canImplement(Class<?> java) {
    for (ClassLoader loader = GuestProxy.class.getClassLoader();
        loader != null;
        loader = loader.getParent()) {
      if (loader == java.getClassLoader()) {
        return true;
      }
    }
    return java.getClassLoader() == null;
  }

  /**
   * That of an interface.
   *
   * @param methods that are not Java's own, always in the same order
   * @param targets for each a handle that takes what the object has for it, the object itself if
   *     {@code java} is a resource, and the arguments
   */
  public static GuestProxy of(
      Class<?> java, List<Target> methods, Function<Method, MethodHandle> targets) {
    return PROXIES.get(java).computeIfAbsent(methods, each -> new GuestProxy(java, each, targets));
  }

  /**
   * A new object.
   *
   * @param sites what it has for each method
   * @param resource the resource that it is, which its {@code close} closes; null for none
   */
  public Object create(Object[] sites, @Nullable LiftedResource resource) {
    try {
      return constructor.invokeExact(sites, resource);
    } catch (Throwable failure) {
      throw Failures.rethrown(failure);
    }
  }

  private static void fields(ClassBuilder builder, ClassDesc name, Class<?> java) {
    int field = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
    builder
        .withInterfaceSymbols(Descriptors.of(java), Descriptors.of(OfGuest.class))
        .withField(SITES, OBJECTS, field)
        .withField(FIELD, RESOURCE, field)
        .withMethodBody(
            ConstantDescs.INIT_NAME,
            type(ConstantDescs.CD_void, OBJECTS, RESOURCE),
            0,
            code ->
                code.aload(0)
                    .invokespecial(OBJECT, ConstantDescs.INIT_NAME, type(ConstantDescs.CD_void))
                    .aload(0)
                    .aload(1)
                    .putfield(name, SITES, OBJECTS)
                    .aload(0)
                    .aload(2)
                    .putfield(name, FIELD, RESOURCE)
                    .return_())
        .withMethodBody(
            "guestResource",
            type(RESOURCE),
            ClassFile.ACC_PUBLIC,
            code -> code.aload(0).getfield(name, FIELD, RESOURCE).areturn())
        .withMethodBody(
            "toString",
            type(ConstantDescs.CD_String),
            ClassFile.ACC_PUBLIC,
            code -> code.loadConstant(java.getTypeName() + " of a guest").areturn());
    if (AutoCloseable.class.isAssignableFrom(java)) {
      builder.withMethodBody(
          "close",
          type(ConstantDescs.CD_void),
          ClassFile.ACC_PUBLIC,
          code ->
              code.aload(0)
                  .getfield(name, FIELD, RESOURCE)
                  .invokevirtual(RESOURCE, "close", type(ConstantDescs.CD_void))
                  .return_());
    }
  }

  private static void method(
      ClassBuilder builder, AdapterClass owner, Method method, int index, MethodHandle target) {
    MethodTypeDesc type =
        AdapterClass.descriptor(
            MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
    builder.withMethodBody(
        method.getName(),
        type,
        ClassFile.ACC_PUBLIC,
        code -> {
          owner.pushConstant(code, target, ConstantDescs.CD_MethodHandle);
          code.aload(0).getfield(owner.name(), SITES, OBJECTS).loadConstant(index).aaload();
          if (target.type().parameterCount() == type.parameterCount() + 2) {
            code.aload(0);
          }
          pushParameters(code, type);
          code.invokevirtual(
                  ConstantDescs.CD_MethodHandle,
                  "invokeExact",
                  AdapterClass.descriptor(target.type()))
              .return_(TypeKind.from(type.returnType()).asLoadable());
        });
  }

  private static void pushParameters(CodeBuilder code, MethodTypeDesc type) {
    for (int i = 0; i < type.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
    }
  }
}
