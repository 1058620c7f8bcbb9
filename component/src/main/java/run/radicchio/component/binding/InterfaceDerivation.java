package run.radicchio.component.binding;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.Static;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;

/**
 * Derives the functions of an interface, and through them its types.
 *
 * <p>In: a Java interface and the types it names. Out: a function for each abstract method of it
 * and of the resources that it declares; a resource is declared when a function reaches it.
 */
final class InterfaceDerivation {
  private final TypeScope scope;
  private final TypeDerivation types;
  private final ErrorDerivation errors;
  private final List<FunctionBinding> functions = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();

  InterfaceDerivation(TypeScope scope) {
    this.scope = scope;
    this.types = new TypeDerivation(scope);
    this.errors = new ErrorDerivation(types);
  }

  /** The functions of an interface, which also has the types that its mark names, if it has one. */
  List<FunctionBinding> functionsOf(Class<?> java, @Nullable WitInterface mark) {
    for (Method method : DeclarationOrder.abstractMethodsOf(java)) {
      add(method, interfaceFunction(method, place(java, method)));
    }
    if (mark != null) {
      for (Class<?> type : mark.types()) {
        types.of(type, Place.of(java).in("type", type.getSimpleName()));
      }
      for (Class<?> type : mark.flags()) {
        types.flags(type, Place.of(java).in("type", type.getSimpleName()));
      }
    }
    for (Class<?> next = scope.nextResource(); next != null; next = scope.nextResource()) {
      Class<?> resource = next;
      DeclarationOrder.abstractMethodsOf(resource).stream()
          .filter(method -> !isClose(method))
          .forEach(method -> add(method, resourceMethod(resource, method)));
    }
    return functions;
  }

  private void add(Method method, FunctionBinding function) {
    String label = function.name().replaceFirst("^\\[(method|static)]", "");
    if (!labels.add(label)) {
      throw place(method.getDeclaringClass(), method)
          .error("two functions are `" + label + "` in WIT; give one another name with @WitName");
    }
    functions.add(function);
  }

  private static Place place(Class<?> java, Method method) {
    return Place.of(java).in("method", method.getName());
  }

  private static boolean isClose(Method method) {
    return method.getName().equals("close") && method.getParameterCount() == 0;
  }

  private FunctionBinding interfaceFunction(Method method, Place place) {
    Static owner = method.getAnnotation(Static.class);
    if (owner != null) {
      ResourceType resource = types.resource(owner.value(), place);
      return function("[static]" + resource.name() + "." + label(method, place), method, place);
    } else if (!method.isAnnotationPresent(Constructor.class)) {
      return function(label(method, place), method, place);
    }
    FunctionBinding constructor = function("[constructor]", method, place);
    if (constructor.type().async() || !(constructor.result() instanceof Binding.Own made)) {
      throw place.error("a constructor returns the resource that it makes, and not later");
    }
    return named("[constructor]" + made.type().resource().name(), constructor);
  }

  private static FunctionBinding named(String name, FunctionBinding function) {
    return new FunctionBinding(
        name,
        function.type(),
        function.method(),
        function.parameters(),
        function.result(),
        function.error());
  }

  private FunctionBinding resourceMethod(Class<?> java, Method method) {
    Place place = place(java, method);
    if (method.isAnnotationPresent(Static.class) || method.isAnnotationPresent(Constructor.class)) {
      throw place.error(
          "is a method of a resource; a static function or constructor is a method of the interface"
              + " that the resource belongs to");
    }
    BorrowType self = new BorrowType(ResourceTypes.of(java));
    Signature signature = new Signature();
    signature.add("self", self, new Binding.BorrowOf(self, java));
    String name = "[method]" + self.resource().name() + "." + label(method, place);
    return function(name, method, signature, place);
  }

  private static String label(Method method, Place place) {
    return WitNames.ofCamelCase(method, method.getName(), place);
  }

  private FunctionBinding function(String name, Method method, Place place) {
    return function(name, method, new Signature(), place);
  }

  private FunctionBinding function(String name, Method method, Signature signature, Place place) {
    if (method.getTypeParameters().length > 0) {
      throw place.error("has type parameters, and WIT functions have none; write what they are");
    }
    for (Parameter parameter : method.getParameters()) {
      Place inside = place.in("parameter", parameter.getName());
      Derived type = types.of(parameter.getAnnotatedType(), inside);
      signature.add(parameterName(parameter, inside), type.type(), type.binding());
    }
    AnnotatedType returned = method.getAnnotatedReturnType();
    AnnotatedType later = later(returned);
    Place inside = place.in("result");
    if (later != null && returned.isAnnotationPresent(Nullable.class)) {
      throw inside.error(
          "an async function always returns a stage; mark it @Future, or write"
              + " CompletionStage<@Nullable ...>");
    }
    Derived ok = types.ofResult(later == null ? returned : later, inside);
    ErrorDerivation.DerivedError error = errors.of(method, place);
    Borrows.reject(ok, inside);
    ValType result = TypeDerivation.type(ok);
    if (error != null) {
      Borrows.reject(error.payload(), place.in("error"));
      result = new ResultType(result, TypeDerivation.type(error.payload()));
    }
    return new FunctionBinding(
        name,
        new FuncType(later != null, signature.parameters, result),
        method,
        signature.bindings,
        TypeDerivation.binding(ok),
        error == null ? null : error.binding());
  }

  private static String parameterName(Parameter parameter, Place place) {
    if (!parameter.isNamePresent() && !parameter.isAnnotationPresent(WitName.class)) {
      throw place.error(
          "its name is not in the class file; compile with -parameters, or give it one with"
              + " @WitName");
    }
    return WitNames.ofCamelCase(parameter, parameter.getName(), place);
  }

  /** What an async function gives in the end; null for a result that is not of one. */
  private static @Nullable AnnotatedType later(AnnotatedType returned) {
    return returned instanceof AnnotatedParameterizedType generic
            && ((ParameterizedType) generic.getType()).getRawType() == CompletionStage.class
            && !Marker.on(returned).contains(Marker.FUTURE)
        ? generic.getAnnotatedActualTypeArguments()[0]
        : null;
  }

  /** The parameters of a function so far. */
  private static final class Signature {
    final List<FuncType.Parameter> parameters = new ArrayList<>();
    final List<Binding> bindings = new ArrayList<>();

    void add(String name, ValType type, Binding binding) {
      parameters.add(new FuncType.Parameter(name, type));
      bindings.add(binding);
    }
  }
}
