package run.radicchio.component;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.host.HostInterface;
import run.radicchio.component.link.Item;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.TypeText;
import run.radicchio.component.validation.Subtyping;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitWorld;

/**
 * Gives components what they import: objects that implement annotated Java interfaces.
 *
 * <p>Not safe for use by several threads until everything is added; after that it is.
 */
public final class Linker {
  private final SequencedMap<String, Offer> offers = new LinkedHashMap<>();

  /** What the host has under a name: its type, and the thing itself in a store. */
  private record Offer(ExternType type, Function<Store, Item> item) {}

  /**
   * Offers an object under every interface marked {@link WitInterface} or {@link WitWorld} that its
   * class implements. What was offered under the same name before is replaced.
   *
   * @throws IllegalArgumentException if it implements none
   * @throws InterfaceException if one cannot be expressed in WIT
   */
  public Linker add(Object implementation) {
    SequencedSet<Class<?>> interfaces = new LinkedHashSet<>();
    collectInterfaces(implementation.getClass(), interfaces);
    if (interfaces.isEmpty()) {
      throw new IllegalArgumentException(
          "%s implements no interface marked @WitInterface or @WitWorld"
              .formatted(implementation.getClass().getName()));
    }
    for (Class<?> java : interfaces) {
      offer(new HostInterface(InterfaceBinding.of(java), implementation));
    }
    return this;
  }

  private static void collectInterfaces(@Nullable Class<?> type, SequencedSet<Class<?>> into) {
    if (type == null) {
      return;
    }
    if (Modifier.isInterface(type.getModifiers())
        && (type.isAnnotationPresent(WitInterface.class)
            || type.isAnnotationPresent(WitWorld.class))) {
      into.add(type);
    }
    collectInterfaces(type.getSuperclass(), into);
    for (Class<?> each : type.getInterfaces()) {
      collectInterfaces(each, into);
    }
  }

  private void offer(HostInterface host) {
    for (String name : host.importNames()) {
      offers.put(name, new Offer(host.type(), host::instance));
    }
    host.worldFunctions()
        .forEach(
            (name, type) -> offers.put(name, new Offer(type, store -> host.function(name, store))));
  }

  /** The names of everything that components can import. */
  public List<String> names() {
    return List.copyOf(offers.keySet());
  }

  /**
   * Checks a component's imports against what is offered.
   *
   * @return the component, ready to be instantiated
   * @throws LinkException if anything is missing or of another type: all of it
   */
  public LinkedComponent link(Component component) {
    List<String> problems = new ArrayList<>();
    Map<String, Function<Store, Item>> imports = new HashMap<>();
    Map<ResourceType, ResourceType> resources = new HashMap<>();
    component
        .type()
        .imports()
        .forEach(
            (name, expected) -> {
              Offer offer = offers.get(name);
              if (expected instanceof TypeBound bound
                  && !(bound instanceof TypeBound.SubResource)) {
                imports.put(name, _ -> new Item.Type(null));
              } else if (offer == null) {
                problems.add(missing(name, expected));
              } else {
                check(name, offer, expected, resources, problems);
                imports.put(name, offer.item());
              }
            });
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
    return new LinkedComponent(component, imports);
  }

  private static void check(
      String name,
      Offer offer,
      ExternType expected,
      Map<ResourceType, ResourceType> resources,
      List<String> problems) {
    Subtyping.Match match = Subtyping.match(offer.type(), expected, resources);
    resources.putAll(match.resources());
    for (Subtyping.Mismatch mismatch : match.mismatches()) {
      problems.add(
          "the component's import %s does not match the host: %s".formatted(name, mismatch));
    }
  }

  private String missing(String name, ExternType expected) {
    String what =
        expected instanceof FuncType function ? name + ": " + TypeText.of(function) : name;
    return "the component imports %s, which the host does not have; it has %s"
        .formatted(what, offers.isEmpty() ? "nothing" : String.join(", ", offers.keySet()));
  }

  /**
   * Links and instantiates a component.
   *
   * @throws LinkException if anything it imports is missing or of another type
   * @throws Trap if it traps while it starts
   */
  public Instance instantiate(Component component) {
    return link(component).instantiate();
  }
}
