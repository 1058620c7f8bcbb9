package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ValType;

/** What the reading of one file has in common, however components are nested in it. */
final class Reading {
  /** Types that may be copied for any file, and for each byte of it besides. */
  private static final int COPIES = 100_000;

  private static final int COPIES_PER_BYTE = 2;

  /** Types that may be compared, likewise. */
  private static final int COMPARISONS = 1_000_000;

  private static final int COMPARISONS_PER_BYTE = 20;

  private final CoreEngine engine;
  private final ResourceAliases aliases = new ResourceAliases();
  private final TypeFacts facts = new TypeFacts();
  private final Flattening flattening = new Flattening();
  private final Substitution withoutAliases = new Substitution(aliases::resolve, this::countCopy);
  private final IdentityHashMap<ExternType, Set<ResourceType>> freeResources =
      new IdentityHashMap<>();
  private final IdentityHashMap<ExternType, List<IntroducedResource>> introductions =
      new IdentityHashMap<>();
  private final long maxCopies;
  private final long maxComparisons;
  private long copies;
  private long comparisons;
  private long offset;

  /** Begins to read a file of so many bytes. */
  Reading(CoreEngine engine, int length) {
    this.engine = engine;
    this.maxCopies = COPIES + (long) COPIES_PER_BYTE * length;
    this.maxComparisons = COMPARISONS + (long) COMPARISONS_PER_BYTE * length;
  }

  CoreEngine engine() {
    return engine;
  }

  ResourceAliases aliases() {
    return aliases;
  }

  TypeFacts facts() {
    return facts;
  }

  Flattening flattening() {
    return flattening;
  }

  /** Replaces the names of resource types by what they stand for: for all that is handed out. */
  Substitution withoutAliases() {
    return withoutAliases;
  }

  /**
   * A substitution of some resource types by others, and of some names of types of values.
   *
   * @param offset in the file, of what brings it about
   */
  Substitution replacing(
      Map<ResourceType, ResourceType> resources,
      IdentityHashMap<ValType, ValType> values,
      long offset) {
    this.offset = offset;
    Map<ResourceType, ResourceType> known = new HashMap<>(resources);
    Substitution substitution =
        new Substitution(resource -> replace(resource, known), this::countCopy);
    values.forEach(substitution::put);
    return substitution;
  }

  /** The name of a resource type that is replaced becomes a new name for what replaces it. */
  private ResourceType replace(ResourceType resource, Map<ResourceType, ResourceType> known) {
    ResourceType replacement = known.get(resource);
    if (replacement == null) {
      ResourceType target = aliases.target(resource);
      ResourceType replacedTarget = target == null ? null : replace(target, known);
      replacement =
          replacedTarget == null || replacedTarget.equals(target)
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
    if (!(type instanceof InstanceType)) {
      return type;
    }
    Map<ResourceType, ResourceType> replacements = new HashMap<>();
    for (IntroducedResource introduced : introductions(type)) {
      replacements.put(introduced.resource(), new ResourceType(introduced.resource().name()));
    }
    return replacements.isEmpty()
        ? type
        : replacing(replacements, new IdentityHashMap<>(), offset).apply(type);
  }

  /** The resource types that a type introduces, and where. */
  List<IntroducedResource> introductions(ExternType type) {
    return introductions.computeIfAbsent(type, Introductions::of);
  }

  /** The resource types that a type refers to but does not introduce itself. */
  Set<ResourceType> freeResources(ExternType type) {
    return freeResources.computeIfAbsent(type, each -> FreeResources.of(each, aliases));
  }

  /** Compares types, where names of one resource type are one. */
  Subtyping.Match match(
      ExternType actual,
      ExternType expected,
      Map<ResourceType, ResourceType> known,
      long expectedOffset) {
    comparisons += facts.size(expected);
    if (comparisons > maxComparisons) {
      throw new InvalidComponentException(
          "its types are compared too often, for a file of its size", expectedOffset);
    }
    return Subtyping.match(actual, expected, known, aliases::resolve);
  }

  /** A file can ask for its types to be copied many times: the work must stay within bounds. */
  void countCopy() {
    copies++;
    if (copies > maxCopies) {
      throw new InvalidComponentException(
          "its types are copied too often: a file of this size may have at most %d copies"
              .formatted(maxCopies),
          offset);
    }
  }
}
