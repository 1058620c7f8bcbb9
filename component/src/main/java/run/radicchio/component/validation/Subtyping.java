package run.radicchio.component.validation;

import static run.radicchio.component.validation.TypeDescription.bound;
import static run.radicchio.component.validation.TypeDescription.sort;
import static run.radicchio.component.validation.TypeDescription.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

/**
 * Checks whether what there is can be used as what is expected (Explainer, "Type Checking").
 *
 * <p>The resource types that the expected type introduces stand for those that the actual type has
 * in the same places: {@link Match#resources()} says for which. Instances and components may have
 * more exports than expected, and components fewer imports; all else must be equal, but for the
 * names of types.
 */
public final class Subtyping {
  /** How many differences are looked for: types can be made to differ in a million places. */
  private static final int MAX_MISMATCHES = 50;

  /**
   * The outcome of a comparison.
   *
   * @param resources for each resource type that the expected type introduces, the one that the
   *     actual type has in its place; complete if nothing is mismatched
   * @param mismatches what differs, in the order of the expected type; at most {@value
   *     #MAX_MISMATCHES}
   */
  public record Match(Map<ResourceType, ResourceType> resources, List<Mismatch> mismatches) {
    public Match {
      resources = Map.copyOf(resources);
      mismatches = List.copyOf(mismatches);
    }

    /** Whether the actual type is a subtype of the expected one. */
    public boolean isSubtype() {
      return mismatches.isEmpty();
    }
  }

  /**
   * A difference.
   *
   * @param path the names of exports down to where it is; empty for the type itself
   * @param problem what was expected and what was found
   */
  public record Mismatch(List<String> path, String problem) {
    public Mismatch {
      path = List.copyOf(path);
    }

    /** The path, if there is one, then the problem. */
    @Override
    public String toString() {
      return path.isEmpty() ? problem : String.join(" / ", path) + ": " + problem;
    }
  }

  private final UnaryOperator<ResourceType> identity;
  private final IdentityHashMap<ResourceType, ResourceType> resources;
  private final Work work;
  private final int most;
  private final List<Mismatch> mismatches = new ArrayList<>(1);
  private final List<String> path = new ArrayList<>(0);
  private ValueTypes values;

  /** Whether types are compared that must be equal, so that more exports will not do. */
  private boolean exact;

  private Subtyping(
      IdentityHashMap<ResourceType, ResourceType> resources,
      UnaryOperator<ResourceType> identity,
      Work work,
      int most) {
    this.identity = identity;
    this.resources = resources;
    this.work = work;
    this.most = most;
    this.values = valueTypes();
  }

  private ValueTypes valueTypes() {
    return new ValueTypes(this::same, this::report, this::isFull, work);
  }

  /** Compares the type of what is offered with the type that is expected. */
  public static Match match(ExternType actual, ExternType expected) {
    return match(actual, expected, Map.of());
  }

  /**
   * The same, where resource types of the expected type stand for others already.
   *
   * @param known which expected resource type stands for which actual one; the match has these too
   */
  public static Match match(
      ExternType actual, ExternType expected, Map<ResourceType, ResourceType> known) {
    Subtyping subtyping =
        new Subtyping(
            new IdentityHashMap<>(), UnaryOperator.identity(), Work.unbounded(), MAX_MISMATCHES);
    known.forEach(subtyping.resources::put);
    subtyping.introduce(actual, expected);
    subtyping.compare(actual, expected);
    return new Match(subtyping.resources, subtyping.mismatches);
  }

  /**
   * The first difference between types in a file, where names of resource types stand for others
   * too; null if there is none.
   *
   * @param known which expected resource type stands for which actual one; more are added to it
   * @param identity gives the resource type that a name of one stands for
   * @param work which is counted, and can end it
   */
  static @Nullable Mismatch first(
      ExternType actual,
      ExternType expected,
      IdentityHashMap<ResourceType, ResourceType> known,
      UnaryOperator<ResourceType> identity,
      Work work) {
    Subtyping subtyping = new Subtyping(known, identity, work, 1);
    subtyping.introduce(actual, expected);
    subtyping.compare(actual, expected);
    return subtyping.mismatches.isEmpty() ? null : subtyping.mismatches.getFirst();
  }

  /** Lets what the expected type introduces stand for what the actual one has in its places. */
  private void introduce(ExternType actual, ExternType expected) {
    switch (expected) {
      case TypeBound.SubResource(ResourceType introduced) when actual instanceof TypeBound bound ->
          introduce(introduced, resource(bound));
      case InstanceType instance when actual instanceof InstanceType found ->
          introduce(found.exports(), instance.exports());
      default -> {}
    }
  }

  private void introduce(ResourceType introduced, @Nullable ResourceType found) {
    if (found != null) {
      work.steps(1);
      resources.put(introduced, found);
    }
  }

  private void introduce(
      SequencedMap<String, ExternType> actual, SequencedMap<String, ExternType> expected) {
    work.look(expected.size());
    for (Map.Entry<String, ExternType> export : expected.entrySet()) {
      ExternType wanted = export.getValue();
      if (wanted instanceof InstanceType || wanted instanceof TypeBound.SubResource) {
        ExternType found = actual.get(export.getKey());
        if (found != null) {
          introduce(found, wanted);
        }
      }
    }
  }

  private boolean same(ResourceType actual, ResourceType expected) {
    return meant(actual).equals(meant(expected));
  }

  /** What a resource type stands for in the end: itself where it stands for nothing. */
  private ResourceType meant(ResourceType resource) {
    ResourceType current = identity.apply(resource);
    for (int left = resources.size(); left > 0; left--) {
      ResourceType next = resources.get(current);
      if (next == null) {
        break;
      }
      current = identity.apply(next);
    }
    return current;
  }

  private boolean isFull() {
    return mismatches.size() >= most;
  }

  private void reportReversed(String problem) {
    report("the types must be equal, and the other way round: " + problem);
  }

  private void report(String problem) {
    if (!isFull()) {
      mismatches.add(new Mismatch(path, problem));
    }
  }

  @SuppressWarnings("ReferenceEquality") // what is the same need not be looked into
  private void compare(ExternType actual, ExternType expected) {
    if (isFull() || actual == expected) {
      return;
    }
    switch (expected) {
      case FuncType function when actual instanceof FuncType found -> {
        int before = mismatches.size();
        functions(found, function);
        if (mismatches.size() > before) {
          showFunctions(text(found), text(function));
        }
      }
      case InstanceType instance when actual instanceof InstanceType found ->
          exports(found.exports(), instance.exports());
      case ComponentType component when actual instanceof ComponentType found ->
          components(found, component);
      case CoreModuleType module when actual instanceof CoreModuleType found -> {
        work.steps(module.imports().size() + module.exports().size() + found.imports().size());
        CoreSubtyping.compareModules(found, module, this::report);
        if (exact && !isFull()) {
          CoreSubtyping.compareModules(module, found, this::reportReversed);
        }
      }
      case TypeBound wanted when actual instanceof TypeBound found -> bounds(found, wanted);
      default -> report("expected " + sort(expected) + ", found " + sort(actual));
    }
  }

  private void exports(
      SequencedMap<String, ExternType> actual, SequencedMap<String, ExternType> expected) {
    work.steps(1);
    work.look(expected.size());
    expected.forEach(
        (name, type) -> {
          ExternType found = actual.get(name);
          if (found != null) {
            within(name, found, type);
          } else if (!isFull()) {
            report("missing expected export `%s`: a %s".formatted(name, sort(type)));
          }
        });
    if (exact) {
      requireAll(actual, expected, "export `%s` is not expected: the types must be equal");
    }
  }

  /** Reports each of some names that is not among others too. */
  private void requireAll(Map<String, ?> names, Map<String, ?> others, String problem) {
    work.look(names.size());
    for (String name : names.keySet()) {
      if (!isFull() && !others.containsKey(name)) {
        report(problem.formatted(name));
      }
    }
  }

  private void within(String name, ExternType actual, ExternType expected) {
    path.addLast(name);
    compare(actual, expected);
    path.removeLast();
  }

  /** What a component imports is given to it, so there actual and expected change places. */
  private void components(ComponentType actual, ComponentType expected) {
    work.steps(1 + resources.size() + actual.imports().size());
    IdentityHashMap<ResourceType, ResourceType> outside = new IdentityHashMap<>(resources);
    actual
        .imports()
        .forEach(
            (name, type) -> {
              ExternType given = expected.imports().get(name);
              if (given == null) {
                report("missing expected import `%s`: a %s".formatted(name, sort(type)));
              } else {
                introduce(given, type);
                within("import " + name, given, type);
              }
            });
    if (exact) {
      requireAll(
          expected.imports(), actual.imports(), "missing import `%s`: the types must be equal");
    }
    introduce(actual.exports(), expected.exports());
    exports(actual.exports(), expected.exports());
    resources.clear();
    resources.putAll(outside);
    values = valueTypes();
  }

  private void bounds(TypeBound actual, TypeBound expected) {
    switch (expected) {
      case TypeBound.SubResource any -> {
        if (resource(actual) == null || (exact && !(actual instanceof TypeBound.SubResource))) {
          report("expected resource, found " + bound(actual));
        }
      }
      case TypeBound.EqualsResource(ResourceType wanted) -> {
        ResourceType found = resource(actual);
        if (found == null) {
          report("expected resource, found " + bound(actual));
        } else if (!same(found, wanted)) {
          report(ValueTypes.resources(found, wanted));
        }
      }
      case TypeBound.EqualsValue(ValType wanted) -> {
        if (actual instanceof TypeBound.EqualsValue(ValType found)) {
          values.compare(found, wanted);
        } else {
          report("expected defined type, found " + bound(actual));
        }
      }
      case TypeBound.EqualsExtern(ExternType wanted) -> {
        if (actual instanceof TypeBound.EqualsExtern(ExternType found)) {
          introduce(found, wanted);
          boolean outside = exact;
          exact = true;
          compare(found, wanted);
          exact = outside;
        } else {
          report("expected " + bound(expected) + ", found " + bound(actual));
        }
      }
    }
  }

  private static @Nullable ResourceType resource(TypeBound bound) {
    return switch (bound) {
      case TypeBound.SubResource(ResourceType resource) -> resource;
      case TypeBound.EqualsResource(ResourceType resource) -> resource;
      case TypeBound.EqualsValue value -> null;
      case TypeBound.EqualsExtern extern -> null;
    };
  }

  /** Ends the last of a function's mismatches with both functions, where they look different. */
  private void showFunctions(String actual, String expected) {
    if (!actual.equals(expected)) {
      Mismatch last = mismatches.removeLast();
      mismatches.add(
          new Mismatch(
              last.path(),
              last.problem() + "; expected `%s`, found `%s`".formatted(expected, actual)));
    }
  }

  private void functions(FuncType actual, FuncType expected) {
    if (actual.async() != expected.async()) {
      report(expected.async() ? "expected an async function" : "expected no async function");
    }
    work.look(expected.parameters().size());
    List<FuncType.Parameter> found = actual.parameters();
    List<FuncType.Parameter> wanted = expected.parameters();
    if (found.size() != wanted.size()) {
      report("expected %d parameters, found %d".formatted(wanted.size(), found.size()));
    } else {
      for (int i = 0; i < wanted.size(); i++) {
        parameter(found.get(i), wanted.get(i));
      }
    }
    if (actual.result() != null && expected.result() == null) {
      report("expected no result, found one");
    } else {
      values.compareOptional(
          actual.result(), expected.result(), "a result", "type mismatch with result type: ");
    }
  }

  private void parameter(FuncType.Parameter actual, FuncType.Parameter expected) {
    if (!actual.name().equals(expected.name())) {
      report("expected parameter named `%s`, found `%s`".formatted(expected.name(), actual.name()));
    }
    values.compare(
        actual.type(),
        expected.type(),
        "type mismatch in function parameter `%s`: ",
        expected.name());
  }
}
