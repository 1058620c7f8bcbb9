package run.radicchio.component.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.TypeText;

/**
 * Writes interfaces and components as WIT.
 *
 * <p>A text is one package with what was asked for, and after it, in braces, the packages of the
 * other interfaces that it uses, so that it can be parsed by itself.
 */
public final class WitPrinter {
  private static final InterfaceName ROOT = new InterfaceName("root:component", "root", "");

  private final TypeOrigins origins = new TypeOrigins();
  private final SequencedMap<InterfaceName, SequencedMap<String, ExternType>> interfaces =
      new LinkedHashMap<>();

  private WitPrinter() {}

  /**
   * A Java interface, under its first version.
   *
   * @param java marked {@code @WitInterface}, or {@code @WitWorld}: then a world that imports its
   *     functions
   * @throws run.radicchio.component.InterfaceException if it is no WIT interface
   */
  public static String print(Class<?> java) {
    return print(java, null);
  }

  /**
   * A Java interface, under a version.
   *
   * @param version one of those it is served under; null: the first
   * @throws run.radicchio.component.InterfaceException if it is no WIT interface
   * @throws IllegalArgumentException if it is not served under that version
   */
  public static String print(Class<?> java, @Nullable String version) {
    return InterfaceBinding.of(java).name() == null
        ? print(List.of(java))
        : printPackage(List.of(java), version);
  }

  /**
   * Java interfaces of a package, under a version, without a world.
   *
   * @param java each marked {@code @WitInterface}
   * @param version one of those that each is served under; null: the first
   * @throws run.radicchio.component.InterfaceException if one is no WIT interface
   * @throws IllegalArgumentException if one is not served under that version, or has no name
   */
  public static String printPackage(List<Class<?>> java, @Nullable String version) {
    WitPrinter printer = new WitPrinter();
    for (Class<?> each : java) {
      InterfaceBinding binding = InterfaceBinding.of(each);
      printer.add(versioned(binding, version), binding.type());
      binding.uses().forEach(printer::add);
    }
    return printer.packages(List.of());
  }

  private static String versioned(InterfaceBinding binding, @Nullable String version) {
    if (binding.name() == null) {
      throw new IllegalArgumentException(binding + " is a world's, which has no package");
    } else if (version == null) {
      return binding.importNames().getFirst();
    } else if (!binding.versions().contains(version)) {
      throw new IllegalArgumentException(
          "%s is served as %s, not as version %s"
              .formatted(binding, binding.importNames(), version));
    }
    return binding.name() + "@" + version;
  }

  /**
   * Java interfaces, under their first versions, as a world that imports all of them.
   *
   * @param java each marked {@code @WitInterface} or {@code @WitWorld}
   * @throws run.radicchio.component.InterfaceException if one is no WIT interface
   */
  public static String print(List<Class<?>> java) {
    WitPrinter printer = new WitPrinter();
    SequencedMap<String, ExternType> imports = new LinkedHashMap<>();
    for (Class<?> each : java) {
      InterfaceBinding binding = InterfaceBinding.of(each);
      if (binding.name() == null) {
        binding.uses().forEach(printer::add);
        imports.putAll(binding.type().exports());
      } else {
        printer.add(binding);
        imports.put(binding.importNames().getFirst(), binding.type());
      }
    }
    return printer.world(new ComponentType(imports, new LinkedHashMap<>()));
  }

  /**
   * An interface by its type. Types of other interfaces are written out.
   *
   * @param name such as {@code wasi:webgpu/webgpu@0.3.0-rc.2}
   * @throws IllegalArgumentException if the name is not that of an interface
   */
  public static String print(String name, InstanceType type) {
    WitPrinter printer = new WitPrinter();
    printer.add(name, type);
    if (printer.interfaces.isEmpty()) {
      throw new IllegalArgumentException("`" + name + "` is no name of an interface");
    }
    return printer.packages(List.of());
  }

  /** The imports and exports of a component, as a world with the interfaces that it names. */
  public static String print(ComponentType type) {
    WitPrinter printer = new WitPrinter();
    printer.addInstances(type.imports());
    printer.addInstances(type.exports());
    return printer.world(type);
  }

  private void addInstances(SequencedMap<String, ExternType> externs) {
    externs.forEach(
        (name, type) -> {
          if (type instanceof InstanceType instance) {
            add(name, instance);
          }
        });
  }

  private void add(InterfaceBinding binding) {
    if (binding.name() != null) {
      add(binding.importNames().getFirst(), binding.type());
      binding.uses().forEach(this::add);
    }
  }

  private void add(String name, InstanceType type) {
    InterfaceName.of(name)
        .ifPresent(
            interfaceName -> {
              SequencedMap<String, ExternType> exports = OwnNames.removed(type.exports());
              origins.add(interfaceName, exports);
              interfaces.merge(interfaceName, exports, WitPrinter::union);
            });
  }

  /** What two uses of an interface know of it: each may know only a part. */
  private static SequencedMap<String, ExternType> union(
      SequencedMap<String, ExternType> one, SequencedMap<String, ExternType> other) {
    SequencedMap<String, ExternType> union = new LinkedHashMap<>(one);
    other.forEach(union::putIfAbsent);
    return union;
  }

  private String world(ComponentType type) {
    SequencedMap<String, ExternType> imports = OwnNames.removed(type.imports());
    SequencedMap<String, ExternType> exports = OwnNames.removed(type.exports());
    // A world has a type once, whichever way it goes.
    exports
        .entrySet()
        .removeIf(e -> e.getValue() instanceof TypeBound && imports.containsKey(e.getKey()));
    SequencedMap<String, ExternType> all = union(imports, exports);
    List<String> items = new ArrayList<>();
    items.addAll(new WitItems(ROOT, imports, all, "import", origins).all());
    items.addAll(new WitItems(ROOT, exports, all, "export", origins).all());
    return packages(List.of(WitBlock.ofItems("world root", items)));
  }

  /** The packages: first the one of the world, if there is one. */
  private String packages(List<String> worlds) {
    SequencedMap<String, List<String>> packages = new LinkedHashMap<>();
    if (!worlds.isEmpty()) {
      packages.put(ROOT.versionedPackage(), new ArrayList<>(worlds));
    }
    interfaces.forEach(
        (name, exports) ->
            packages
                .computeIfAbsent(name.versionedPackage(), one -> new ArrayList<>())
                .add(body(name, exports)));
    List<String> texts = new ArrayList<>();
    packages.forEach(
        (name, items) ->
            texts.add(
                texts.isEmpty()
                    ? "package " + name + ";\n\n" + String.join("\n\n", items)
                    : WitBlock.ofItems("package " + name, items)));
    return String.join("\n\n", texts) + "\n";
  }

  private String body(InterfaceName name, SequencedMap<String, ExternType> exports) {
    return WitBlock.ofItems(
        "interface " + TypeText.escape(name.label()),
        new WitItems(name, exports, exports, "", origins).all());
  }
}
