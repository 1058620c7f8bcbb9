package run.radicchio.component.validation;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.binary.Preamble;
import run.radicchio.component.binary.Section;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.definition.ComponentDefinition;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;

/**
 * Reads a component's bytes and checks them: in, the binary format (Binary.md); out, a {@link
 * ComponentDefinition} in which every index and type is right.
 */
public final class ComponentReader {
  private final BinaryReader reader;
  private final Scope scope;
  private @Nullable TypeReader types;

  private ComponentReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
  }

  /**
   * Reads a component.
   *
   * @param bytes a file: a component in the binary format
   * @param engine compiles the core modules in it
   * @return the component, which refers to nothing of {@code bytes}
   * @throws MalformedComponentException if the bytes are no component
   * @throws InvalidComponentException if they are one that breaks a rule, or uses a feature that is
   *     not part of the Component Model yet
   */
  public static ComponentDefinition read(byte[] bytes, CoreEngine engine) {
    Reading reading = new Reading(engine, bytes.length);
    Scope scope = new Scope(reading, Scope.Kind.COMPONENT, null, 0);
    ComponentReader component = new ComponentReader(new BinaryReader(bytes), scope);
    component.read();
    return component.definition(component.type(0));
  }

  private void read() {
    Preamble.read(reader);
    while (!reader.atEnd()) {
      Section section = Section.read(reader);
      int size = reader.u32("the size of a section");
      reader.within(size, "section", () -> readSection(section));
    }
  }

  private ComponentType type(int start) {
    ComponentType type = scope.componentType();
    scope.reading().facts().check(type, start);
    return type;
  }

  private ComponentDefinition definition(ComponentType type) {
    return new ComponentDefinition(
        scope.definitions(), scope.resources(), scope.reading().withoutAliases().apply(type));
  }

  private void readSection(Section section) {
    switch (section) {
      case CUSTOM -> {
        reader.name("the name of a custom section");
        reader.skipRest();
      }
      case CORE_MODULE -> readCoreModule();
      case COMPONENT -> readComponent();
      case CORE_INSTANCE -> {
        InstanceReader instances = new InstanceReader(reader, scope);
        reader.forEach("core instances", instances::readCoreInstance);
      }
      case INSTANCE -> {
        InstanceReader instances = new InstanceReader(reader, scope);
        reader.forEach("instances", instances::readInstance);
      }
      case CORE_TYPE -> {
        CoreTypeReader coreTypes = new CoreTypeReader(reader, scope.coreTypes, scope);
        reader.forEach("core types", coreTypes::readDefinition);
      }
      case TYPE -> reader.forEach("types", types()::readDefinition);
      case ALIAS -> {
        AliasReader aliases = new AliasReader(reader, scope);
        reader.forEach("aliases", aliases::read);
      }
      case CANON -> {
        CanonReader canons = new CanonReader(reader, scope);
        reader.forEach("canonical definitions", canons::read);
      }
      case IMPORT -> {
        ExternReader externs = new ExternReader(reader, scope);
        reader.forEach("imports", externs::readImport);
      }
      case EXPORT -> {
        ExternReader externs = new ExternReader(reader, scope);
        reader.forEach("exports", externs::readExport);
      }
      case START -> throw Gated.feature("start functions", reader.offset());
      case VALUE -> throw Gated.feature("values", reader.offset());
    }
  }

  /** One for all sections: types in types of one section share what they need with the next. */
  private TypeReader types() {
    if (types == null) {
      types = new TypeReader(reader, scope);
    }
    return types;
  }

  private void readComponent() {
    int start = reader.offset();
    scope.reading().work().steps(Work.COMPONENT, start);
    Scope inner = new Scope(scope.reading(), Scope.Kind.COMPONENT, scope, start);
    ComponentReader nested = new ComponentReader(reader, inner);
    nested.read();
    ComponentType type = nested.type(start);
    scope.components.add(type);
    scope.define(new Definition.Component(nested.definition(type)));
  }

  private void readCoreModule() {
    int start = reader.offset();
    byte[] bytes = reader.rest();
    if (Preamble.isComponent(bytes)) {
      throw new MalformedComponentException(
          "expected a version header for a module, found a component where a core module must be",
          start);
    }
    CoreModule module = compile(bytes, start);
    checkImports(module.type(), start);
    scope.core().modules.add(module.type());
    scope.define(new Definition.CoreModuleDefinition(module));
  }

  private CoreModule compile(byte[] bytes, int start) {
    try {
      return scope.reading().engine().compile(bytes);
    } catch (CoreModuleException e) {
      String message = String.valueOf(e.getMessage());
      throw switch (e.kind()) {
        case MALFORMED -> new MalformedComponentException(message, start, e);
        case INVALID, UNSUPPORTED -> new InvalidComponentException(message, start, e);
      };
    }
  }

  /** Two imports of one name would be one import of a component (core modules may have them). */
  static void checkImports(CoreModuleType type, long offset) {
    if (type.imports().size() < 2) {
      return;
    }
    Set<ImportName> names = HashSet.newHashSet(type.imports().size());
    for (CoreModuleType.Import i : type.imports()) {
      if (!names.add(new ImportName(i.module(), i.name()))) {
        throw new InvalidComponentException(
            "duplicate import name `" + i.module() + ":" + i.name() + "`", offset);
      }
    }
  }

  private record ImportName(String module, String name) {}
}
