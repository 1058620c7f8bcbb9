package run.radicchio.component.validation;

import java.util.HashSet;
import java.util.Set;
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
  private final Scope scope;

  private ComponentReader(Scope scope) {
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
    return new ComponentReader(scope).read(new BinaryReader(bytes));
  }

  private ComponentDefinition read(BinaryReader reader) {
    int start = reader.offset();
    Preamble.read(reader);
    while (!reader.atEnd()) {
      Section section = Section.read(reader);
      int size = reader.u32("the size of a section");
      readSection(section, reader.part(size, "the contents of a section"));
    }
    ComponentType type = scope.componentType();
    scope.reading().facts().check(type, start);
    return new ComponentDefinition(
        scope.definitions(), scope.resources(), scope.reading().withoutAliases().apply(type));
  }

  private void readSection(Section section, BinaryReader reader) {
    switch (section) {
      case CUSTOM -> {
        reader.name("the name of a custom section");
        return;
      }
      case CORE_MODULE -> readCoreModule(reader);
      case COMPONENT -> readComponent(reader);
      case CORE_INSTANCE -> {
        InstanceReader instances = new InstanceReader(reader, scope);
        reader.forEach("core instances", instances::readCoreInstance);
      }
      case INSTANCE -> {
        InstanceReader instances = new InstanceReader(reader, scope);
        reader.forEach("instances", instances::readInstance);
      }
      case CORE_TYPE -> {
        CoreTypeReader types = new CoreTypeReader(reader, scope.coreTypes, scope);
        reader.forEach("core types", types::readDefinition);
      }
      case TYPE -> {
        TypeReader types = new TypeReader(reader, scope);
        reader.forEach("types", types::readDefinition);
      }
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
    reader.expectEnd("the section");
  }

  private void readComponent(BinaryReader reader) {
    Scope nested = new Scope(scope.reading(), Scope.Kind.COMPONENT, scope, reader.offset());
    ComponentDefinition definition = new ComponentReader(nested).read(reader);
    scope.components.add(nested.componentType());
    scope.define(new Definition.Component(definition));
  }

  private void readCoreModule(BinaryReader reader) {
    int start = reader.offset();
    byte[] bytes = reader.rest();
    if (Preamble.isComponent(bytes)) {
      throw new MalformedComponentException(
          "expected a version header for a module, found a component where a core module must be",
          start);
    }
    CoreModule module = compile(bytes, start);
    checkImports(module.type(), start);
    scope.modules.add(module.type());
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
    Set<String> names = new HashSet<>();
    for (CoreModuleType.Import i : type.imports()) {
      String name = i.module() + ":" + i.name();
      // The length keeps "a:" + "b" and "a" + ":b" apart.
      if (!names.add(i.module().length() + name)) {
        throw new InvalidComponentException("duplicate import name `" + name + "`", offset);
      }
    }
  }
}
