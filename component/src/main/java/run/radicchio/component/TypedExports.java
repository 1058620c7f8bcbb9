package run.radicchio.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.link.Item;
import run.radicchio.component.link.VersionedName;
import run.radicchio.component.proxy.Entrance;
import run.radicchio.component.proxy.GuestInterface;
import run.radicchio.component.proxy.ResourceObjects;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.validation.Subtyping;

/** The exports of an instance as objects of Java interfaces, each made once. */
final class TypedExports {
  private final LinkedComponent linked;
  private final Item.Instance items;
  private final Entrance entrance;
  private final ResourceObjects resources = new ResourceObjects();
  private final Map<Class<?>, Export> made = new HashMap<>();

  /**
   * What a Java interface stands for.
   *
   * @param known for each resource type of the Java interface, that of the component
   */
  private record Export(Object object, Map<ResourceType, ResourceType> known) {}

  TypedExports(LinkedComponent linked, Item.Instance items, Entrance entrance) {
    this.linked = linked;
    this.items = items;
    this.entrance = entrance;
  }

  /** What the instance exports as an interface: all that does not match is told at once. */
  synchronized Object of(Class<?> java) {
    return export(InterfaceBinding.of(java)).object();
  }

  private Export export(InterfaceBinding binding) {
    Export known = made.get(binding.java());
    if (known == null) {
      known = make(binding);
      made.put(binding.java(), known);
    }
    return known;
  }

  private Export make(InterfaceBinding binding) {
    InstanceType exported = linked.exported();
    if (binding.name() == null) {
      return make(binding, "", exported, items);
    }
    String name = find(binding).orElseThrow(() -> new LinkException(List.of(missing(binding))));
    if (exported.exports().get(name) instanceof InstanceType type) {
      return make(binding, name, type, Item.as(Item.Instance.class, items.export(name)));
    }
    throw new LinkException(
        List.of("the component's export %s is no instance, as %s is".formatted(name, binding)));
  }

  /** The resource types of an interface whose types another one uses. */
  private Map<ResourceType, ResourceType> known(InterfaceBinding used) {
    if (find(used).isPresent()) {
      return export(used).known();
    }
    Offer imported = find(used, linked.imports().keySet()).map(linked.imports()::get).orElse(null);
    Map<ResourceType, ResourceType> known = new HashMap<>();
    // What it has from the host is Java's own.
    if (imported != null && imported.provider() != null) {
      used.uses().forEach(deeper -> known.putAll(known(deeper)));
      known.putAll(Subtyping.match(imported.type(), used.type(), known).resources());
      resources.useAlso(imported.provider().typedExports().resourcesWith(used));
    }
    return known;
  }

  /** The resources of the instance as Java objects, those of an interface among them. */
  private synchronized ResourceObjects resourcesWith(InterfaceBinding binding) {
    var _ = export(binding);
    return resources;
  }

  private Optional<String> find(InterfaceBinding binding) {
    return find(binding, items.exports().keySet());
  }

  private static Optional<String> find(InterfaceBinding binding, Set<String> names) {
    return binding.importNames().stream()
        .flatMap(name -> VersionedName.find(name, names).stream())
        .findFirst();
  }

  private String missing(InterfaceBinding binding) {
    return "the component does not export %s, which %s is; it exports %s"
        .formatted(
            String.join(" or ", binding.importNames()),
            binding,
            items.exports().isEmpty() ? "nothing" : String.join(", ", items.exports().keySet()));
  }

  private Export make(
      InterfaceBinding binding, String name, InstanceType type, Item.Instance instance) {
    Map<ResourceType, ResourceType> known = new HashMap<>();
    for (InterfaceBinding used : binding.uses()) {
      known.putAll(known(used));
    }
    Subtyping.Match match = linked.match(type, binding, known);
    List<String> problems = new ArrayList<>();
    for (Subtyping.Mismatch mismatch : match.mismatches()) {
      problems.add(
          "the component's %s does not match %s: %s"
              .formatted(name.isEmpty() ? "exports" : "export " + name, binding, mismatch));
    }
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
    return new Export(
        GuestInterface.implement(
            binding,
            function -> Item.as(Item.Function.class, instance.export(function)).callee(),
            entrance,
            resources),
        match.resources());
  }
}
