package run.radicchio.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.link.Item;
import run.radicchio.component.link.VersionedName;
import run.radicchio.component.proxy.Entrance;
import run.radicchio.component.proxy.GuestInterface;
import run.radicchio.component.proxy.ResourceObjects;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.validation.ExportTypes;
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
    InstanceType exported = ExportTypes.of(linked.component().type(), linked.resources());
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

  private Optional<String> find(InterfaceBinding binding) {
    return binding.importNames().stream()
        .flatMap(name -> VersionedName.find(name, items.exports().keySet()).stream())
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
      // What the component does not export it has from the host, and then it is Java's own.
      if (find(used).isPresent()) {
        known.putAll(export(used).known());
      }
    }
    Subtyping.Match match = Subtyping.match(type, binding.type(), known);
    List<String> problems = new ArrayList<>();
    for (Subtyping.Mismatch mismatch : match.mismatches()) {
      problems.add(
          "the component's %s does not match %s: %s"
              .formatted(name.isEmpty() ? "exports" : "export " + name, binding, mismatch));
    }
    Map<String, LiftedFunction> functions = functions(binding, instance, problems);
    if (!problems.isEmpty()) {
      throw new LinkException(problems);
    }
    return new Export(
        GuestInterface.implement(binding, functions::get, entrance, resources), match.resources());
  }

  private static Map<String, LiftedFunction> functions(
      InterfaceBinding binding, Item.Instance instance, List<String> problems) {
    Map<String, LiftedFunction> functions = new LinkedHashMap<>();
    for (FunctionBinding function : binding.functions()) {
      switch (instance.exports().get(function.name())) {
        case Item.Function(LiftedFunction guest) -> functions.put(function.name(), guest);
        case Item.Function _ ->
            problems.add(
                "the component's %s is the host's own, which it only hands on; call that"
                    .formatted(function.name()));
        case null, default -> {} // a mismatch of types
      }
    }
    return functions;
  }
}
