package run.radicchio.component.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.link.Item;
import run.radicchio.component.runtime.HostResources;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/** A Java interface and the object that implements it, for components to import. */
public final class HostInterface {
  private final InterfaceBinding binding;
  private final Map<String, HostFunction> functions = new LinkedHashMap<>();

  /** An interface, implemented by an object. */
  public HostInterface(InterfaceBinding binding, Object implementation) {
    this.binding = binding;
    for (FunctionBinding function : binding.functions()) {
      functions.put(
          function.name(), new HostFunction(function, receiver(function, implementation)));
    }
  }

  /** A method of a resource is called on its first argument. */
  private static @Nullable Object receiver(FunctionBinding function, Object implementation) {
    return function.method().getDeclaringClass().isInstance(implementation)
            && !function.name().startsWith("[method]")
        ? implementation
        : null;
  }

  /** The names under which components import it; none where its functions are a world's. */
  public List<String> importNames() {
    return binding.importNames();
  }

  /** Its type. */
  public InstanceType type() {
    return binding.type();
  }

  /** Its functions that a world imports directly, by name; none where it is an interface. */
  public Map<String, FuncType> worldFunctions() {
    Map<String, FuncType> result = new LinkedHashMap<>();
    if (binding.name() == null) {
      functions.forEach((name, function) -> result.put(name, function.type()));
    }
    return result;
  }

  /** A function of it, in a store. */
  public Item function(String name, Store store) {
    HostFunction function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(binding + " has no function " + name);
    }
    return new Item.Function(new StoreFunction(function, store));
  }

  /** All of it, in a store. */
  public Item.Instance instance(Store store) {
    SequencedMap<String, Item> exports = new LinkedHashMap<>();
    binding.type().exports().forEach((name, type) -> exports.put(name, item(name, type, store)));
    return new Item.Instance(exports);
  }

  private Item item(String name, ExternType type, Store store) {
    return switch (type) {
      case FuncType _ -> function(name, store);
      case TypeBound.SubResource(ResourceType resource) -> resource(resource);
      case TypeBound.EqualsResource(ResourceType resource) -> resource(resource);
      default -> new Item.Type(null);
    };
  }

  private static Item resource(ResourceType resource) {
    return new Item.Type(HostResources.of(resource));
  }
}
