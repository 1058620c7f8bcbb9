package run.radicchio.component;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.host.HostInterface;
import run.radicchio.component.link.Item;
import run.radicchio.component.link.VersionedName;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.TypeText;
import run.radicchio.component.validation.Subtyping;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitWorld;

/**
 * Gives components what they import: objects that implement annotated Java interfaces, and what
 * other instances export.
 *
 * <p>An interface is found by its name and version. Where the very version is not there, the newest
 * compatible one serves: of the same major version, or the same minor one where that is 0
 * (Explainer, "Canonical Interface Name"); types are checked in any case.
 *
 * <p>Not safe for use by several threads until everything is added; after that it is.
 */
public final class Linker {
  /** A host may have dozens of interfaces, and a message is to be read. */
  private static final int NAMED = 8;

  private final SequencedMap<String, Offer> offers = new LinkedHashMap<>();

  /** A linker that offers nothing yet. */
  public Linker() {}

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
      offers.put(name, new Offer(host.type(), host::instance, null));
    }
    host.worldFunctions()
        .forEach(
            (name, type) ->
                offers.put(name, new Offer(type, store -> host.function(name, store), null)));
  }

  /**
   * Offers all that an instance exports, under the names by which it does. Components that import
   * any of it must be instantiated in the same store. What was offered under the same name before
   * is replaced.
   */
  public Linker addExports(Instance provider) {
    offers.putAll(provider.offers());
    return this;
  }

  /**
   * Offers one export of an instance under another name.
   *
   * @param name what components that import it call it
   * @param export what the instance calls it
   * @throws IllegalArgumentException if the instance has no such export
   */
  public Linker addExport(String name, Instance provider, String export) {
    Map<String, Offer> exports = provider.offers();
    Offer offer = exports.get(export);
    if (offer == null) {
      throw new IllegalArgumentException(
          "the instance exports no %s; it exports %s".formatted(export, listed(exports.keySet())));
    }
    offers.put(name, offer);
    return this;
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
    Map<String, Offer> imports = new HashMap<>();
    Map<ResourceType, ResourceType> resources = new HashMap<>();
    component
        .type()
        .imports()
        .forEach(
            (name, expected) -> {
              Offer offer = VersionedName.find(name, offers.keySet()).map(offers::get).orElse(null);
              if (expected instanceof TypeBound bound
                  && !(bound instanceof TypeBound.SubResource)) {
                imports.put(name, new Offer(bound, _ -> new Item.Type(null), null));
              } else if (offer == null) {
                problems.add(missing(name, expected));
              } else {
                check(name, offer, expected, resources, problems);
                imports.put(name, offer);
              }
            });
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
    return new LinkedComponent(component, imports, resources);
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
          "the component's import %s does not match the %s: %s"
              .formatted(name, offer.provider() == null ? "host" : "instance", mismatch));
    }
  }

  private String missing(String name, ExternType expected) {
    String what =
        expected instanceof FuncType function ? name + ": " + TypeText.of(function) : name;
    VersionedName wanted = VersionedName.of(name);
    List<String> otherVersions =
        offers.keySet().stream()
            .filter(offered -> VersionedName.of(offered).isSameInterface(wanted))
            .toList();
    return otherVersions.isEmpty()
        ? "the component imports %s, which the host does not have; it has %s"
            .formatted(what, listed(near(name)))
        : "the component imports %s, which the host has in no compatible version; it has %s"
            .formatted(what, listed(otherVersions));
  }

  /** What a message names: all that is offered, or where that is much, only its packages. */
  private Collection<String> near(String name) {
    if (offers.size() <= NAMED) {
      return offers.keySet();
    }
    int slash = name.indexOf('/');
    List<String> ofPackage =
        offers.keySet().stream()
            .filter(offered -> slash > 0 && offered.startsWith(name.substring(0, slash + 1)))
            .toList();
    return ofPackage.isEmpty()
        ? offers.keySet().stream()
            .map(offered -> offered.replaceFirst("/.*", ""))
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : ofPackage;
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }

  /**
   * Links a component and instantiates it in a store of its own.
   *
   * @throws LinkException if anything it imports is missing or of another type
   * @throws Trap if it traps while it starts
   */
  public Instance instantiate(Component component) {
    return link(component).instantiate();
  }

  /**
   * Links a component and instantiates it in a store.
   *
   * @throws LinkException if anything it imports is missing or of another type
   * @throws Trap if it traps while it starts, or is more than the store's limits allow; the store
   *     is closed
   */
  public Instance instantiate(Component component, Store store) {
    return link(component).instantiate(store);
  }
}
