package run.radicchio.component.validation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ValType;

/** What the reading of one file has in common, however components are nested in it. */
final class Reading {
  private final CoreEngine engine;
  private final Work work;
  private final ResourceAliases aliases = new ResourceAliases();
  private final TypeFacts facts = new TypeFacts();
  private final CoreSignatures signatures = new CoreSignatures();
  private final Labels labels = new Labels();
  private final Substitution withoutAliases;
  private final Introductions introductions;
  private final IdentityHashMap<ExternType, Set<ResourceType>> freeResources =
      new IdentityHashMap<>(0);
  private final IdentityHashMap<ComponentType, InstanceType> exports = new IdentityHashMap<>(0);

  /** Begins to read a file of so many bytes. */
  Reading(CoreEngine engine, int length) {
    this.engine = engine;
    this.work = new Work(length);
    this.withoutAliases = new Substitution(facts, work, aliases::resolve);
    this.introductions = new Introductions(facts, work);
  }

  CoreEngine engine() {
    return engine;
  }

  Work work() {
    return work;
  }

  ResourceAliases aliases() {
    return aliases;
  }

  TypeFacts facts() {
    return facts;
  }

  CoreSignatures signatures() {
    return signatures;
  }

  /** Reads the labels of one type after another. */
  Labels labels() {
    return labels;
  }

  /** Replaces the names of resource types by what they stand for: for all that is handed out. */
  Substitution withoutAliases() {
    return withoutAliases;
  }

  /**
   * A substitution of some resource types by others, and of some names of types of values.
   *
   * @param resources which it completes as it meets with names of those that are replaced
   * @param offset in the file, of what brings it about
   */
  Substitution replacing(
      IdentityHashMap<ResourceType, ResourceType> resources,
      IdentityHashMap<NamedType, ValType> values,
      long offset) {
    work.at(offset);
    Substitution substitution =
        new Substitution(facts, work, resource -> replace(resource, resources, offset));
    values.forEach(substitution::put);
    return substitution;
  }

  /** The name of a resource type that is replaced becomes a new name for what replaces it. */
  private ResourceType replace(
      ResourceType resource, IdentityHashMap<ResourceType, ResourceType> known, long offset) {
    ResourceType replacement = known.get(resource);
    if (replacement == null) {
      ResourceType target = aliases.target(resource);
      if (target == null) {
        return resource;
      }
      work.steps(2);
      ResourceType replacedTarget = replace(target, known, offset);
      replacement =
          replacedTarget.equals(target)
              ? resource
              : aliases.add(resource.name(), replacedTarget, offset);
      known.put(resource, replacement);
    }
    return replacement;
  }

  /**
   * The type of one more instance of an instance type: with resource types of its own in place of
   * those that the type introduces. All other types are returned as they are.
   */
  ExternType fresh(ExternType type, long offset) {
    if (!(type instanceof InstanceType instance) || !facts.of(instance).introduces()) {
      return type;
    }
    work.steps(Work.COPY, offset);
    List<IntroducedResource> all = introductions.of(instance);
    IdentityHashMap<ResourceType, ResourceType> replacements = new IdentityHashMap<>(all.size());
    for (IntroducedResource introduced : all) {
      replacements.put(introduced.resource(), new ResourceType(introduced.resource().name()));
    }
    return replacing(replacements, new IdentityHashMap<>(0), offset).apply(type);
  }

  /** The resource types that a type introduces, and where. */
  List<IntroducedResource> introductions(ExternType type) {
    return introductions.of(type);
  }

  /** The exports of a component as those of an instance: the same object at each call. */
  InstanceType exports(ComponentType type) {
    return type.exports().isEmpty()
        ? InstanceType.EMPTY
        : exports.computeIfAbsent(type, each -> new InstanceType(each.exports()));
  }

  /** The resource types that a type refers to but does not introduce itself. */
  Set<ResourceType> freeResources(ExternType type, long offset) {
    work.at(offset);
    return freeResources.computeIfAbsent(type, each -> FreeResources.of(each, this));
  }

  /**
   * What keeps something of a type from being used as what is expected, or null if nothing. Names
   * of one resource type are one.
   *
   * @param known which expected resource type stands for which actual one, which is added to
   */
  Subtyping.@Nullable Mismatch mismatch(
      ExternType actual,
      ExternType expected,
      IdentityHashMap<ResourceType, ResourceType> known,
      long expectedOffset) {
    work.steps(Work.COMPARISON, expectedOffset);
    return Subtyping.first(actual, expected, known, aliases::resolve, work);
  }
}
