package run.radicchio.component.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;

/**
 * One definition of a component (Binary.md, {@code section}). The index space to which each appends
 * is said in brackets; indices are into the index space of what is named.
 */
public sealed interface Definition
    permits Definition.CoreModuleDefinition,
        Definition.CoreInstantiation,
        Definition.CoreInlineExports,
        Definition.Component,
        Definition.Instantiation,
        Definition.InlineExports,
        Definition.ExportAlias,
        Definition.CoreExportAlias,
        Definition.OuterAlias,
        Definition.Resource,
        Definition.Lift,
        Definition.CoreFunctionDefinition,
        Definition.Import,
        Definition.Export {

  /** A core module [core module]. */
  record CoreModuleDefinition(CoreModule module) implements Definition {}

  /** An instantiation of a core module [core instance]. Arguments are core instances. */
  record CoreInstantiation(int module, List<CoreArgument> arguments) implements Definition {}

  /** A core instance made of core definitions [core instance]. */
  record CoreInlineExports(List<CoreItem> exports) implements Definition {}

  /** A nested component [component]. */
  record Component(ComponentDefinition definition) implements Definition {}

  /**
   * An instantiation of a component [instance].
   *
   * @param type the type of the new instance, in the resource types of this component
   * @param introduced the resource types that this instantiation introduces, and where among the
   *     instance's exports each is found
   */
  record Instantiation(
      int component, List<Item> arguments, InstanceType type, List<IntroducedResource> introduced)
      implements Definition {}

  /** An instance made of definitions [instance]. */
  record InlineExports(List<Item> exports, InstanceType type) implements Definition {}

  /** An export of an instance [of its sort; types append nothing]. */
  record ExportAlias(Sort sort, int instance, String name) implements Definition {}

  /** An export of a core instance [of its core sort]. */
  record CoreExportAlias(CoreSort sort, int instance, String name) implements Definition {}

  /**
   * A core module or component of an enclosing component [of its sort].
   *
   * @param sort {@link Sort#CORE_MODULE} or {@link Sort#COMPONENT}
   * @param count how many components outwards
   */
  record OuterAlias(Sort sort, int count, int index) implements Definition {}

  /** A resource type, defined here. Its destructor is a core function, or null. */
  record Resource(ResourceType resource, @Nullable Integer destructor) implements Definition {}

  /** {@code canon lift} [func]. */
  record Lift(int coreFunction, CanonicalOptions options, FuncType type) implements Definition {}

  /** Any other canonical definition [core func]. */
  record CoreFunctionDefinition(Canon canon) implements Definition {}

  /**
   * An import [of its sort; types append nothing].
   *
   * @param introduced the resource types that the import introduces, and where each is found: the
   *     path is empty for an imported type
   */
  record Import(String name, ExternType type, List<IntroducedResource> introduced)
      implements Definition {}

  /**
   * An export [of its sort, once more; types append nothing].
   *
   * @param introduced the resource types that the export introduces (an ascribed type can hide
   *     which resource type is exported), and where each is found
   */
  record Export(Item item, ExternType type, List<IntroducedResource> introduced)
      implements Definition {}

  /** A named core instance, given to a core module. */
  record CoreArgument(String name, int instance) {}

  /** A named core definition. */
  record CoreItem(String name, CoreSort sort, int index) {}

  /**
   * A named definition.
   *
   * @param index its index; for a type none (-1)
   * @param resource the resource type, where a type is meant that is one
   */
  record Item(String name, Sort sort, int index, @Nullable ResourceType resource) {}

  /** A resource type and the path of export names under which an instance has it. */
  record IntroducedResource(ResourceType resource, List<String> path) {
    public IntroducedResource {
      path = List.copyOf(path);
    }
  }

  /** The sorts of core definitions. */
  enum CoreSort {
    FUNC,
    TABLE,
    MEMORY,
    GLOBAL,
    TAG,
    TYPE,
    MODULE,
    INSTANCE
  }

  /** The sorts of definitions. */
  enum Sort {
    CORE_MODULE,
    FUNC,
    VALUE,
    TYPE,
    COMPONENT,
    INSTANCE
  }
}
