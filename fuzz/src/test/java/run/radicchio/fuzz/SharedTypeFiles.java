package run.radicchio.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binary.Section;

/**
 * Files in which few bytes have a large type copied, walked through or compared many times: half of
 * each is the type.
 */
final class SharedTypeFiles {
  private SharedTypeFiles() {}

  /** Files of about any size, by what has what done to it many times. */
  static Map<String, IntFunction<byte[]>> all() {
    Map<String, IntFunction<byte[]>> files = new LinkedHashMap<>();
    for (Map.Entry<String, IntFunction<Bytes>> large : largeTypes().entrySet()) {
      for (Map.Entry<String, IntFunction<byte[]>> use : uses(large.getValue()).entrySet()) {
        files.put(use.getKey() + " " + large.getKey(), use.getValue());
      }
    }
    files.put(
        "nested instance types with a resource type at the bottom",
        size -> {
          Bytes type =
              new Bytes()
                  .add(0x42)
                  .u32(size / 16)
                  .add(
                      Bytes.repeat(
                          size / 16,
                          i -> new Bytes().add(4).externName("i" + Bytes.shortName(i)).add(3, 1)));
          int levels = Math.min(90, size / 20);
          Bytes types = type;
          for (int i = 0; i < levels; i++) {
            types.add(0x42, 2, 2, 3, 2, 1).u32(i).add(4).externName("a").add(5, 0);
          }
          return Bytes.component()
              .section(Section.TYPE, levels + 1, types)
              .section(Section.IMPORT, 1, new Bytes().externName("i").add(5).u32(levels))
              .toArray();
        });
    files.put(
        "an instance type shared exponentially",
        size -> {
          Bytes types = Bytes.of(0x42, 1, 4, 0, 1, 'a', 3, 1);
          int levels = Math.min(90, size / 20);
          for (int i = 0; i < levels; i++) {
            types
                .add(0x42, 3, 2, 3, 2, 1)
                .u32(i)
                .add(4)
                .externName("a")
                .add(5, 0)
                .add(4)
                .externName("b")
                .add(5, 0);
          }
          return Bytes.component()
              .section(Section.TYPE, levels + 1, types)
              .section(Section.IMPORT, 1, new Bytes().externName("i").add(5).u32(levels))
              .toArray();
        });
    files.put(
        "a type that differs at the bottom from another",
        size -> {
          int levels = 18;
          Bytes types = Bytes.of(0x6f, 2, 0x7d, 0x7d);
          for (int i = 0; i < levels; i++) {
            types.add(0x6f, 2).s64(i).s64(i);
          }
          types.add(0x6f, 2, 0x7c, 0x7c);
          for (int i = 0; i < levels; i++) {
            types.add(0x6f, 2).s64(levels + 1 + i).s64(levels + 1 + i);
          }
          types.add(0x40, 1).name("a").s64(levels).add(1, 0);
          types.add(0x40, 1).name("a").s64(2 * levels + 1).add(1, 0);
          return Bytes.component()
              .section(Section.TYPE, 2 * levels + 4, types)
              .section(Section.IMPORT, 1, new Bytes().externName("f").add(1).u32(2 * levels + 2))
              .section(
                  Section.EXPORT,
                  1,
                  new Bytes().externName("f").add(1, 0, 1, 1).u32(2 * levels + 3))
              .toArray();
        });
    files.put(
        "lists that differ at the bottom",
        size -> {
          int levels = 95;
          Bytes types = Bytes.of(0x70, 0x7d);
          for (int i = 0; i < levels; i++) {
            types.add(0x70).s64(i);
          }
          types.add(0x70, 0x7c);
          for (int i = 0; i < levels; i++) {
            types.add(0x70).s64(levels + 1 + i);
          }
          types.add(0x40, 1).name("a").s64(levels).add(1, 0);
          types.add(0x40, 1).name("a").s64(2 * levels + 1).add(1, 0);
          return Bytes.component()
              .section(Section.TYPE, 2 * levels + 4, types)
              .section(Section.IMPORT, 1, new Bytes().externName("f").add(1).u32(2 * levels + 2))
              .section(
                  Section.EXPORT,
                  1,
                  new Bytes().externName("f").add(1, 0, 1, 1).u32(2 * levels + 3))
              .toArray();
        });
    files.put(
        "a name that is as long as can be",
        size ->
            Bytes.component()
                .section(Section.IMPORT, 1, new Bytes().externName("a_".repeat(size / 2)).add(3, 1))
                .toArray());
    files.put(
        "an interface name that is as long as can be",
        size ->
            Bytes.component()
                .section(
                    Section.IMPORT,
                    1,
                    new Bytes().externName("a:b/c@1.0.0-" + "a.".repeat(size / 2) + "_").add(3, 1))
                .toArray());
    return files;
  }

  private static Map<String, IntFunction<Bytes>> largeTypes() {
    Map<String, IntFunction<Bytes>> types = new LinkedHashMap<>();
    types.put(
        "an instance of resource types",
        size ->
            instanceType(
                size / 6, i -> new Bytes().add(4).externName(Bytes.shortName(i)).add(3, 1)));
    types.put(
        "an instance of numbers",
        size ->
            instanceType(
                size / 7,
                i ->
                    i == 0
                        ? Bytes.of(1, 0x7d)
                        : new Bytes().add(4).externName(Bytes.shortName(i)).add(3, 0, 0)));
    types.put(
        "an instance of functions",
        size ->
            instanceType(
                size / 7,
                i ->
                    i == 0
                        ? Bytes.of(1, 0x40, 0, 1, 0)
                        : new Bytes().add(4).externName(Bytes.shortName(i)).add(1, 0)));
    types.put(
        "an instance of records",
        size ->
            instanceType(
                size / 7,
                i ->
                    i == 0
                        ? Bytes.of(1, 0x72, 1, 1, 'a', 0x7d)
                        : new Bytes().add(4).externName(Bytes.shortName(i)).add(3, 0, 0)));
    types.put(
        "an instance of a resource type and its methods",
        size ->
            instanceType(
                size / 18,
                i ->
                    switch (i) {
                      case 0 -> new Bytes().add(4).externName("r").add(3, 1);
                      case 1 -> Bytes.of(1, 0x68, 0);
                      case 2 -> Bytes.of(1, 0x40, 1).name("self").add(1, 1, 0);
                      default ->
                          new Bytes()
                              .add(4)
                              .externName("[method]r." + Bytes.shortName(i))
                              .add(1, 2);
                    }));
    types.put(
        "an instance of a tuple of handles",
        size ->
            instanceType(
                4,
                i ->
                    switch (i) {
                      case 0 -> new Bytes().add(4).externName("r").add(3, 1);
                      case 1 -> Bytes.of(1, 0x69, 0);
                      case 2 ->
                          Bytes.of(1, 0x6f).u32(size).add(Bytes.repeat(size, j -> Bytes.of(1)));
                      default -> new Bytes().add(4).externName("t").add(3, 0, 2);
                    }));
    types.put(
        "an instance of a tuple of records",
        size ->
            instanceType(
                4,
                i ->
                    switch (i) {
                      case 0 -> Bytes.of(1, 0x72, 1, 1, 'a', 0x7d);
                      case 1 -> new Bytes().add(4).externName("r").add(3, 0, 0);
                      case 2 ->
                          Bytes.of(1, 0x6f).u32(size).add(Bytes.repeat(size, j -> Bytes.of(1)));
                      default -> new Bytes().add(4).externName("t").add(3, 0, 2);
                    }));
    types.put(
        "an instance of tuples of handles",
        size ->
            instanceType(
                size / 13 + 3,
                i ->
                    switch (i) {
                      case 0 -> new Bytes().add(4).externName("r").add(3, 1);
                      case 1 -> Bytes.of(1, 0x69, 0);
                      default ->
                          i % 2 == 0
                              ? Bytes.of(1, 0x6f, 2).s64(1).s64(1)
                              : new Bytes()
                                  .add(4)
                                  .externName("t" + Bytes.shortName(i / 2))
                                  .add(3, 0)
                                  .u32(i - 1);
                    }));
    return types;
  }

  private static Bytes instanceType(int declarations, IntFunction<Bytes> declaration) {
    return Bytes.of(0x42).u32(declarations).add(Bytes.repeat(declarations, declaration));
  }

  private static Map<String, IntFunction<byte[]>> uses(IntFunction<Bytes> large) {
    Map<String, IntFunction<byte[]>> uses = new LinkedHashMap<>();
    uses.put(
        "imports of",
        size ->
            half(
                size,
                large,
                Section.IMPORT,
                i -> new Bytes().externName("i" + Bytes.shortName(i)).add(5, 0)));
    uses.put(
        "exports of",
        size ->
            half(
                size,
                large,
                Section.EXPORT,
                i -> new Bytes().externName("i" + Bytes.shortName(i)).add(5, 0, 0)));
    uses.put(
        "ascribed exports of",
        size ->
            half(
                size,
                large,
                Section.EXPORT,
                i -> new Bytes().externName("i" + Bytes.shortName(i)).add(5, 0, 1, 5, 0)));
    uses.put(
        "exports of the type of",
        size ->
            half(
                size,
                large,
                Section.EXPORT,
                i -> new Bytes().externName("i" + Bytes.shortName(i)).add(3, 0, 0)));
    uses.put(
        "types with exports of",
        size ->
            half(
                size,
                large,
                Section.TYPE,
                i -> new Bytes().add(0x42, 2, 2, 3, 2, 1, 0, 4).externName("i").add(5, 0)));
    uses.put(
        "component types with imports of",
        size ->
            half(
                size,
                large,
                Section.TYPE,
                i -> new Bytes().add(0x41, 2, 2, 3, 2, 1, 0, 3).externName("i").add(5, 0)));
    uses.put(
        "types with types of",
        size ->
            half(
                size,
                large,
                Section.TYPE,
                i -> new Bytes().add(0x42, 2, 2, 3, 2, 1, 0, 4).externName("i").add(3, 0, 0)));
    uses.put(
        "inline instances of",
        size ->
            half(
                size,
                large,
                Section.INSTANCE,
                i -> new Bytes().add(1, 1).externName("i").add(5, 0)));
    uses.put("outer aliases in components of", size -> half(size, large, Section.COMPONENT, null));
    uses.put(
        "instantiations with",
        size -> {
          Bytes type = large.apply(size / 2);
          Bytes given =
              new Bytes()
                  .section(Section.TYPE, 1, type)
                  .section(Section.IMPORT, 1, new Bytes().externName("i").add(5, 0));
          Bytes inner =
              Bytes.component()
                  .add(given)
                  .section(Section.EXPORT, 1, new Bytes().externName("j").add(5, 0, 0));
          int count = size / 6;
          return Bytes.component()
              .add(given)
              .section(Section.COMPONENT, inner)
              .section(
                  Section.INSTANCE,
                  count,
                  Bytes.repeat(count, i -> new Bytes().add(0, 0, 1).name("i").add(5, 0)))
              .toArray();
        });
    uses.put(
        "instantiations that make",
        size -> {
          Bytes type = large.apply(size / 2);
          Bytes given =
              new Bytes()
                  .section(Section.TYPE, 1, type)
                  .section(Section.IMPORT, 1, new Bytes().externName("i").add(5, 0));
          Bytes inner =
              Bytes.component()
                  .add(given)
                  .section(Section.EXPORT, 1, new Bytes().externName("j").add(5, 0, 1, 5, 0));
          int count = size / 6;
          return Bytes.component()
              .add(given)
              .section(Section.COMPONENT, inner)
              .section(
                  Section.INSTANCE,
                  count,
                  Bytes.repeat(count, i -> new Bytes().add(0, 0, 1).name("i").add(5, 0)))
              .toArray();
        });
    uses.put(
        "instances made in components of",
        size -> {
          Bytes type = large.apply(size / 2);
          Bytes inner =
              Bytes.component()
                  .section(Section.ALIAS, 1, Bytes.of(3, 2, 1, 0))
                  .section(Section.IMPORT, 1, new Bytes().externName("i").add(5, 0));
          return Bytes.component()
              .section(Section.TYPE, 1, type)
              .add(
                  Bytes.repeat(
                      size / inner.size(), i -> new Bytes().section(Section.COMPONENT, inner)))
              .toArray();
        });
    return uses;
  }

  private static byte[] half(
      int size, IntFunction<Bytes> large, Section section, @Nullable IntFunction<Bytes> use) {
    Bytes type = large.apply(size / 2);
    Bytes uses = new Bytes();
    int count = 0;
    if (use == null) {
      Bytes inner = Bytes.component().section(Section.ALIAS, 1, Bytes.of(3, 2, 1, 0));
      return Bytes.component()
          .section(Section.TYPE, 1, type)
          .add(
              Bytes.repeat(size / inner.size(), i -> new Bytes().section(Section.COMPONENT, inner)))
          .toArray();
    }
    while (uses.size() < size / 2) {
      uses.add(use.apply(count++));
    }
    Bytes first = new Bytes().section(Section.TYPE, 1, type);
    if (section == Section.EXPORT || section == Section.INSTANCE) {
      first.section(Section.IMPORT, 1, new Bytes().externName("i").add(5, 0));
    }
    return Bytes.component().add(first).section(section, count, uses).toArray();
  }
}
