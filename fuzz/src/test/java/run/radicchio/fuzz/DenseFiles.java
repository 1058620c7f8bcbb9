package run.radicchio.fuzz;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import run.radicchio.component.binary.Section;

/** Files of many small definitions of one kind, which take much memory for their size. */
final class DenseFiles {
  private DenseFiles() {}

  /** Files of about any size, by what they are full of. */
  static Map<String, IntFunction<byte[]>> all() {
    Map<String, IntFunction<byte[]>> files = new LinkedHashMap<>();
    types(files);
    typesWithScopes(files);
    names(files);
    canonicalDefinitions(files);
    components(files);
    instances(files);
    return files;
  }

  /** A file that begins with sections, then has one with so many definitions as make up a size. */
  private static IntFunction<byte[]> many(
      Bytes first, Section section, IntFunction<Bytes> definition) {
    return size -> {
      Bytes definitions = new Bytes();
      int count = 0;
      while (definitions.size() < size) {
        definitions.add(definition.apply(count++));
      }
      return Bytes.component().add(first).section(section, count, definitions).toArray();
    };
  }

  private static IntFunction<byte[]> many(Section section, int... definition) {
    return many(new Bytes(), section, i -> Bytes.of(definition));
  }

  private static void types(Map<String, IntFunction<byte[]>> files) {
    files.put("primitive types", many(Section.TYPE, 0x7d));
    files.put("options of primitive types", many(Section.TYPE, 0x6b, 0x7d));
    files.put("lists of primitive types", many(Section.TYPE, 0x70, 0x7d));
    files.put("results", many(Section.TYPE, 0x6a, 0, 0));
    files.put("streams", many(Section.TYPE, 0x66, 0));
    files.put("tuples of one", many(Section.TYPE, 0x6f, 1, 0x7d));
    files.put("tuples of three", many(Section.TYPE, 0x6f, 3, 0x7d, 0x7d, 0x7d));
    files.put("records", many(Section.TYPE, 0x72, 1, 1, 'a', 0x7d));
    files.put("records of two", many(Section.TYPE, 0x72, 2, 1, 'a', 0x7d, 1, 'b', 0x7d));
    files.put("variants", many(Section.TYPE, 0x71, 1, 1, 'a', 0, 0));
    files.put("enums", many(Section.TYPE, 0x6d, 1, 1, 'a'));
    files.put("enums of five", many(Section.TYPE, 0x6d, 5, 1, 'A', 1, 'B', 1, 'C', 1, 'D', 1, 'E'));
    files.put("flags", many(Section.TYPE, 0x6e, 1, 1, 'A'));
    files.put("function types", many(Section.TYPE, 0x40, 0, 1, 0));
    files.put("function types with a parameter", many(Section.TYPE, 0x40, 1, 1, 'a', 0x7d, 1, 0));
    files.put("resource types", many(Section.TYPE, 0x3f, 0x7f, 0));
    files.put("owning handles", many(resource(), Section.TYPE, i -> Bytes.of(0x69, 0)));
    files.put("core function types", many(Section.CORE_TYPE, 0x60, 0, 0));
    files.put("core recursive types", many(Section.CORE_TYPE, 0x4e, 0));
    files.put("core structs", many(Section.CORE_TYPE, 0x5f, 0));
    files.put("core structs of a field", many(Section.CORE_TYPE, 0x5f, 1, 0x7f, 0));
    files.put("core arrays", many(Section.CORE_TYPE, 0x5e, 0x7f, 0));
    files.put("core subtypes", many(Section.CORE_TYPE, 0, 0x50, 0, 0x60, 0, 0));
    files.put("core groups of two", many(Section.CORE_TYPE, 0x4e, 2, 0x5f, 0, 0x60, 0, 0));
    files.put(
        "core types that refer to the one before",
        many(
            new Bytes().section(Section.CORE_TYPE, 1, Bytes.of(0x60, 0, 0)),
            Section.CORE_TYPE,
            i -> Bytes.of(0x60, 2, 0x64).s64(i).add(0x64).s64(i).add(0)));
    files.put("core module types", many(Section.CORE_TYPE, 0x50, 0));
    files.put("core module types with a type", many(Section.CORE_TYPE, 0x50, 1, 1, 0x60, 0, 0));
    files.put("core module types with an export", many(Section.CORE_TYPE, 0x50, 1, 3, 0, 2, 0, 0));
    files.put(
        "imports of a core module type",
        many(
            new Bytes(),
            Section.CORE_TYPE,
            i ->
                Bytes.of(0x50)
                    .u32(101)
                    .add(1, 0x60, 0, 0)
                    .add(
                        Bytes.repeat(
                            100, j -> Bytes.of(0, 0).name(Bytes.shortName(j)).add(0, 0)))));
  }

  private static Bytes resource() {
    return new Bytes().section(Section.TYPE, 1, Bytes.of(0x3f, 0x7f, 0));
  }

  private static void typesWithScopes(Map<String, IntFunction<byte[]>> files) {
    files.put("component types", many(Section.TYPE, 0x41, 0));
    files.put("instance types", many(Section.TYPE, 0x42, 0));
    files.put("component types with a type", many(Section.TYPE, 0x41, 1, 1, 0x7d));
    files.put("component types with an import", many(Section.TYPE, 0x41, 1, 3, 0, 1, 'a', 3, 1));
    files.put("instance types with an export", many(Section.TYPE, 0x42, 1, 4, 0, 1, 'a', 3, 1));
    files.put(
        "instance types in instance types",
        many(Section.TYPE, 0x42, 1, 1, 0x42, 1, 1, 0x42, 1, 1, 0x7d));
    files.put("instance types with an alias", many(Section.TYPE, 0x42, 1, 2, 3, 2, 1, 0));
    files.put(
        "instance types with a type that has a name",
        many(Section.TYPE, 0x42, 2, 1, 0x7d, 4, 0, 1, 'a', 3, 0, 0));
    files.put(
        "instance types with a function",
        many(Section.TYPE, 0x42, 2, 1, 0x40, 0, 1, 0, 4, 0, 1, 'a', 1, 0));
  }

  private static void names(Map<String, IntFunction<byte[]>> files) {
    Bytes function = new Bytes().section(Section.TYPE, 1, Bytes.of(0x40, 0, 1, 0));
    UnaryOperator<String> upper = name -> name.toUpperCase(Locale.ROOT);
    files.put(
        "imports of functions",
        many(function, Section.IMPORT, i -> new Bytes().externName(Bytes.shortName(i)).add(1, 0)));
    files.put(
        "imports of functions in capitals",
        many(
            function,
            Section.IMPORT,
            i -> new Bytes().externName(upper.apply(Bytes.shortName(i))).add(1, 0)));
    files.put(
        "imports of resource types",
        many(
            new Bytes(),
            Section.IMPORT,
            i -> new Bytes().externName(Bytes.shortName(i)).add(3, 1)));
    files.put(
        "imports of resource types in capitals",
        many(
            new Bytes(),
            Section.IMPORT,
            i -> new Bytes().externName(upper.apply(Bytes.shortName(i))).add(3, 1)));
    files.put(
        "imports of types",
        many(
            new Bytes().section(Section.TYPE, 1, Bytes.of(0x6b, 0x7d)),
            Section.IMPORT,
            i -> new Bytes().externName(Bytes.shortName(i)).add(3, 0, 0)));
    files.put(
        "imports of records",
        many(
            new Bytes().section(Section.TYPE, 1, Bytes.of(0x72, 1, 1, 'a', 0x7d)),
            Section.IMPORT,
            i -> new Bytes().externName(Bytes.shortName(i)).add(3, 0, 0)));
    files.put(
        "exports of functions",
        many(
            new Bytes()
                .add(function)
                .section(Section.IMPORT, 1, new Bytes().externName("f").add(1, 0)),
            Section.EXPORT,
            i -> new Bytes().externName(Bytes.shortName(i)).add(1, 0, 0)));
    files.put(
        "exports of resource types",
        many(
            resource(),
            Section.EXPORT,
            i -> new Bytes().externName(Bytes.shortName(i)).add(3, 0, 0)));
    files.put(
        "exports of ascribed resource types",
        many(
            resource(),
            Section.EXPORT,
            i -> new Bytes().externName(Bytes.shortName(i)).add(3, 0, 1, 3, 1)));
    files.put(
        "methods",
        many(
            new Bytes()
                .section(Section.IMPORT, 1, new Bytes().externName("r").add(3, 1))
                .section(Section.TYPE, 2, Bytes.of(0x68, 0, 0x40, 1).name("self").add(1, 1, 0)),
            Section.IMPORT,
            i -> new Bytes().externName("[method]r." + Bytes.shortName(i)).add(1, 2)));
  }

  private static void canonicalDefinitions(Map<String, IntFunction<byte[]>> files) {
    files.put("canon subtask.drop", many(Section.CANON, 0x0d));
    files.put("canon thread.yield", many(Section.CANON, 0x0c, 0));
    files.put("canon context.get", many(Section.CANON, 0x0a, 0x7f, 0));
    files.put("canon task.return", many(Section.CANON, 0x09, 1, 0, 0));
    files.put("canon task.return of a number", many(Section.CANON, 0x09, 0, 0x7d, 0));
    files.put("canon resource.drop", many(resource(), Section.CANON, i -> Bytes.of(0x03, 0)));
    files.put("canon resource.new", many(resource(), Section.CANON, i -> Bytes.of(0x02, 0)));
    Bytes stream = new Bytes().section(Section.TYPE, 1, Bytes.of(0x66, 0));
    files.put("canon stream.new", many(stream, Section.CANON, i -> Bytes.of(0x0e, 0)));
    files.put("canon stream.read", many(stream, Section.CANON, i -> Bytes.of(0x0f, 0, 0)));
    files.put(
        "canon stream.read, async", many(stream, Section.CANON, i -> Bytes.of(0x0f, 0, 1, 6)));
    Bytes function =
        new Bytes()
            .section(Section.TYPE, 1, Bytes.of(0x40, 0, 1, 0))
            .section(Section.IMPORT, 1, new Bytes().externName("f").add(1, 0));
    files.put("canon lower", many(function, Section.CANON, i -> Bytes.of(1, 0, 0, 0)));
    files.put("canon lower, utf8", many(function, Section.CANON, i -> Bytes.of(1, 0, 0, 1, 0)));
    files.put(
        "canon lift",
        many(
            new Bytes()
                .section(Section.TYPE, 1, Bytes.of(0x40, 0, 1, 0))
                .section(Section.CANON, 1, Bytes.of(0x05)),
            Section.CANON,
            i -> Bytes.of(0, 0, 0, 0, 0)));
    Bytes large =
        new Bytes()
            .section(
                Section.TYPE,
                1,
                Bytes.of(0x40)
                    .u32(900)
                    .add(Bytes.repeat(900, i -> new Bytes().name(Bytes.shortName(i)).add(0x7d)))
                    .add(1, 0))
            .section(Section.IMPORT, 1, new Bytes().externName("f").add(1, 0));
    files.put(
        "canon lower of a function with many parameters",
        many(large, Section.CANON, i -> Bytes.of(1, 0, 0, 0)));
  }

  private static void components(Map<String, IntFunction<byte[]>> files) {
    files.put(
        "components",
        size ->
            Bytes.component()
                .add(
                    Bytes.repeat(
                        size / 10, i -> new Bytes().section(Section.COMPONENT, Bytes.component())))
                .toArray());
    files.put("components with a type", nested(Section.TYPE, Bytes.of(0x7d)));
    files.put("components with an instance type", nested(Section.TYPE, Bytes.of(0x42, 1, 1, 0x7d)));
    files.put("components with a canon", nested(Section.CANON, Bytes.of(0x0d)));
    files.put(
        "components with an import", nested(Section.IMPORT, new Bytes().externName("a").add(3, 1)));
    files.put("components with a core instance", nested(Section.CORE_INSTANCE, Bytes.of(1, 0)));
    files.put("components with an instance", nested(Section.INSTANCE, Bytes.of(1, 0)));
    files.put(
        "empty sections",
        size ->
            Bytes.component()
                .add(Bytes.repeat(size / 3, i -> Bytes.of(Section.TYPE.id(), 1, 0)))
                .toArray());
    files.put(
        "custom sections",
        size -> Bytes.component().add(Bytes.repeat(size / 3, i -> Bytes.of(0, 1, 0))).toArray());
  }

  private static IntFunction<byte[]> nested(Section section, Bytes definition) {
    return size -> {
      Bytes inner = Bytes.component().section(section, 1, definition);
      return Bytes.component()
          .add(
              Bytes.repeat(
                  size / (inner.size() + 2), i -> new Bytes().section(Section.COMPONENT, inner)))
          .toArray();
    };
  }

  private static void instances(Map<String, IntFunction<byte[]>> files) {
    Bytes empty = new Bytes().section(Section.COMPONENT, Bytes.component());
    files.put("instantiations", many(empty, Section.INSTANCE, i -> Bytes.of(0, 0, 0)));
    files.put("instances of nothing", many(Section.INSTANCE, 1, 0));
    files.put("core instances of nothing", many(Section.CORE_INSTANCE, 1, 0));
    Bytes importing =
        new Bytes()
            .section(
                Section.COMPONENT,
                Bytes.component().section(Section.IMPORT, 1, new Bytes().externName("a").add(3, 1)))
            .add(resource());
    files.put(
        "instantiations with a resource type",
        many(importing, Section.INSTANCE, i -> Bytes.of(0, 0, 1, 1, 'a', 3, 0)));
    files.put(
        "instances of a resource type",
        many(importing, Section.INSTANCE, i -> Bytes.of(1, 1, 0, 1, 'a', 3, 0)));
    Bytes instance =
        new Bytes()
            .section(Section.TYPE, 1, Bytes.of(0x42, 1, 4, 0, 1, 'a', 3, 1))
            .section(Section.IMPORT, 1, new Bytes().externName("i").add(5, 0));
    files.put(
        "aliases of a resource type",
        many(instance, Section.ALIAS, i -> Bytes.of(3, 0, 0, 1, 'a')));
    files.put(
        "imports of an instance with a resource type",
        many(
            instance,
            Section.IMPORT,
            i -> new Bytes().externName("i" + Bytes.shortName(i)).add(5, 0)));
    files.put(
        "exports of an instance with a resource type",
        many(
            instance,
            Section.EXPORT,
            i -> new Bytes().externName("i" + Bytes.shortName(i)).add(5, 0, 0)));
    files.put(
        "exports of an ascribed instance with a resource type",
        many(
            instance,
            Section.EXPORT,
            i -> new Bytes().externName("i" + Bytes.shortName(i)).add(5, 0, 1, 5, 0)));
  }
}
