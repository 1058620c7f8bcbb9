package run.radicchio.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import run.radicchio.component.canon.CodecCache;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.core.endive.EndiveEngine;
import run.radicchio.component.definition.ComponentDefinition;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.validation.ComponentReader;

/**
 * A component that was read, checked and compiled. Immutable: it can be instantiated any number of
 * times, by several threads at once.
 */
public final class Component {
  static final CoreEngine ENGINE = new EndiveEngine(CodeStore.NONE);

  private final ComponentDefinition definition;
  private final CodecCache codecs = new CodecCache();

  private Component(ComponentDefinition definition) {
    this.definition = definition;
  }

  /**
   * Loads a component from its binary format, keeping nothing on disk.
   *
   * @throws MalformedComponentException if the bytes are not a component
   * @throws InvalidComponentException if the component breaks a rule of validation, or needs a
   *     feature that is not there
   */
  public static Component load(byte[] bytes) {
    return load(bytes, CodeCache.none());
  }

  /**
   * Loads a component from its binary format.
   *
   * @param cache where to look for code that was compiled before, and to keep it
   * @throws MalformedComponentException if the bytes are not a component
   * @throws InvalidComponentException if the component breaks a rule of validation, or needs a
   *     feature that is not there
   */
  public static Component load(byte[] bytes, CodeCache cache) {
    return new Component(ComponentReader.read(bytes, new EndiveEngine(cache.store())));
  }

  /**
   * Loads a component from a file, keeping nothing on disk.
   *
   * @throws IOException if the file cannot be read
   * @throws MalformedComponentException if the file is not a component
   * @throws InvalidComponentException if the component breaks a rule of validation, or needs a
   *     feature that is not there
   */
  public static Component load(Path file) throws IOException {
    return load(file, CodeCache.none());
  }

  /**
   * Loads a component from a file.
   *
   * @param cache where to look for code that was compiled before, and to keep it
   * @throws IOException if the file cannot be read
   * @throws MalformedComponentException if the file is not a component
   * @throws InvalidComponentException if the component breaks a rule of validation, or needs a
   *     feature that is not there
   */
  public static Component load(Path file, CodeCache cache) throws IOException {
    return load(Files.readAllBytes(file), cache);
  }

  /** What it imports and what it exports. */
  public ComponentType type() {
    return definition.type();
  }

  /** Does what the first instantiation would do for all: it is not to count as the guest's time. */
  void prepare() {
    prepare(definition);
  }

  private static void prepare(ComponentDefinition component) {
    for (Definition each : component.definitions()) {
      switch (each) {
        case Definition.CoreModuleDefinition(CoreModule module) -> prepare(module);
        case Definition.Component(ComponentDefinition nested) -> prepare(nested);
        default -> {}
      }
    }
  }

  private static void prepare(CoreModule module) {
    try {
      module.prepare();
    } catch (CoreModuleException e) {
      throw new InvalidComponentException(String.valueOf(e.getMessage()), 0, e);
    }
  }

  ComponentDefinition definition() {
    return definition;
  }

  CodecCache codecs() {
    return codecs;
  }
}
