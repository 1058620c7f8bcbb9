package run.radicchio.component.core.endive;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.SectionId;
import run.endive.wasm.types.TypeSection;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.core.CoreModuleException.Kind;
import run.radicchio.component.type.CoreType.Heap;
import run.radicchio.component.type.CoreType.Reference;
import run.radicchio.component.type.CoreType.Value;
import run.radicchio.component.type.DefinedType;
import run.radicchio.component.type.RecursiveGroup;
import run.radicchio.component.type.RecursiveGroup.Composite;
import run.radicchio.component.type.RecursiveGroup.SubType;

/**
 * Refuses modules whose types the engine would compare for ever. It compares two types of one
 * module by walking through both with all that they refer to, unless they have the same index: a
 * module that has the same types twice can so have it compare a few types a million times.
 *
 * <p>Input: the bytes of a module, before they are validated. What else is wrong with them is for
 * the engine to say.
 */
final class RepeatedTypes {
  private static final int PREAMBLE = 8;

  /** How many types may be walked through when two are compared. */
  private static final int MOST = 1_000;

  private final Set<RecursiveGroup> repeated = new HashSet<>();
  private final Map<RecursiveGroup, Long> sizes = new HashMap<>();

  private RepeatedTypes() {}

  /**
   * Checks a module.
   *
   * @throws CoreModuleException if types that it has twice refer to too many others
   */
  static void check(byte[] module) {
    TypeSection section = section(module);
    if (section == null) {
      return;
    }
    List<RecursiveGroup> groups = new ModuleTypes(section).groups();
    RepeatedTypes types = new RepeatedTypes();
    Set<RecursiveGroup> seen = new HashSet<>();
    for (RecursiveGroup group : groups) {
      if (!seen.add(group)) {
        types.repeated.add(group);
      }
    }
    for (RecursiveGroup group : groups) {
      types.check(group);
    }
  }

  /** The types of a module, as parsed; null where none refers to another, or they do not parse. */
  private static @Nullable TypeSection section(byte[] module) {
    BinaryReader reader = new BinaryReader(module);
    if (module.length < PREAMBLE) {
      return null;
    }
    reader.part(PREAMBLE, "a preamble");
    while (!reader.atEnd()) {
      int id = reader.u8("a section");
      BinaryReader contents = reader.part(reader.u32("the size of a section"), "a section");
      if (id == SectionId.TYPE) {
        return mayRefer(contents.rest()) ? parse(Arrays.copyOf(module, reader.offset())) : null;
      }
    }
    return null;
  }

  private static boolean mayRefer(byte[] types) {
    for (byte each : types) {
      if (each == 0x63 || each == 0x64) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable TypeSection parse(byte[] start) {
    try {
      return Parser.builder()
          .withCustomParsers(NameSection.PARSERS)
          .withValidation(false)
          .build()
          .parse(() -> new ByteArrayInputStream(start))
          .typeSection();
    } catch (WasmEngineException _) {
      return null;
    }
  }

  private void check(RecursiveGroup group) {
    long size = 0;
    for (SubType type : group.types()) {
      Heap supertype = type.supertype();
      size += 1 + (supertype == null ? 0 : size(supertype));
      size +=
          switch (type.composite()) {
            case Composite.Function(List<Value> parameters, List<Value> results) ->
                size(parameters) + size(results);
            case Composite.Struct(List<RecursiveGroup.Field> fields) ->
                fields.stream().mapToLong(field -> size(field.value())).sum();
            case Composite.Array(RecursiveGroup.Field element) -> size(element.value());
          };
    }
    if (size > MOST) {
      throw new CoreModuleException(
          Kind.UNSUPPORTED,
          "the module has types twice that refer to each other more than %d times, which would be"
                  .formatted(MOST)
              + " compared without end");
    }
    sizes.put(group, size);
  }

  private long size(List<Value> values) {
    return values.stream().mapToLong(this::size).sum();
  }

  private long size(Value value) {
    return value instanceof Reference(boolean nullable, Heap heap) ? size(heap) : 0;
  }

  /** Types that are there once are compared by their index. */
  private long size(Heap heap) {
    return heap instanceof DefinedType type && repeated.contains(type.group())
        ? sizes.get(type.group())
        : 0;
  }
}
