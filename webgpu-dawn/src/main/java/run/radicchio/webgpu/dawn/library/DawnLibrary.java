package run.radicchio.webgpu.dawn.library;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dawn's shared library, loaded. It stays loaded until the JVM ends.
 *
 * @param file the library's file, absolute
 * @param symbols Dawn's C functions
 * @param origin where the library comes from, and of which revision it is, in words
 */
public record DawnLibrary(Path file, SymbolLookup symbols, String origin) {
  /** The system property that names a library's file, to be used in place of the packed one. */
  public static final String PROPERTY = "radicchio.dawn.library";

  /** The environment variable of the same meaning; the system property goes before it. */
  public static final String VARIABLE = "RADICCHIO_DAWN_LIBRARY";

  private static final String NAME_ANOTHER =
      "name the file of a library of the same ABI with -D" + PROPERTY + "=FILE or " + VARIABLE;

  /** Functions that together tell Dawn of this ABI from others. */
  private static final List<String> WITNESSES =
      List.of(
          "wgpuCreateInstance",
          // Other implementations of webgpu.h lack it.
          "wgpuDeviceTick",
          // Newer revisions, whose enums have other values, call it SetImmediates.
          "wgpuComputePassEncoderSetImmediateData");

  /**
   * Where to look for native libraries.
   *
   * @param library the file of Dawn's library, or null for the one that the {@link #PROPERTY} or
   *     the {@link #VARIABLE} names, or else the packed one
   * @param cache the folder to unpack into, or null for the user's: {@code
   *     $XDG_CACHE_HOME/radicchio} or {@code ~/.cache/radicchio}, {@code
   *     ~/Library/Caches/radicchio}, {@code %LOCALAPPDATA%\radicchio\Cache}
   * @param resources the class loader that finds the {@code natives} jars
   */
  public record Options(@Nullable Path library, @Nullable Path cache, ClassLoader resources) {
    /** The packed library, or the one that the user names, unpacked where the user's caches are. */
    public static Options defaults() {
      return new Options(null, null, DawnLibrary.class.getClassLoader());
    }

    /** These options with Dawn's library in a file. */
    public Options withLibrary(Path file) {
      return new Options(file, cache, resources);
    }

    /** These options with a folder to unpack into. */
    public Options withCache(Path folder) {
      return new Options(library, folder, resources);
    }

    /** These options with the class loader that finds the {@code natives} jars. */
    public Options withResources(ClassLoader loader) {
      return new Options(library, cache, loader);
    }
  }

  /**
   * A library that somebody named.
   *
   * @param by the means, in the words of a message
   */
  private record Named(Path file, String by) {}

  /**
   * Loads Dawn's library.
   *
   * @throws DawnLibraryException if there is none for this machine, or it cannot be loaded, or it
   *     is not Dawn with the ABI that these bindings are for
   */
  public static DawnLibrary load(Options options) {
    return load(options, Machine.current());
  }

  static DawnLibrary load(Options options, Machine machine) {
    Named named = named(options, machine);
    if (named != null) {
      return load(named, machine);
    }
    PackedLibrary packed = packed(options, machine);
    Path file = LibraryCache.of(options.cache(), machine).unpack(packed);
    return open(
        file,
        packed.origin(),
        "Dawn's library " + file + ", unpacked from " + packed.artifact() + ",",
        "If this machine lacks something that it needs, install that; or " + NAME_ANOTHER + ".");
  }

  private static DawnLibrary load(Named named, Machine machine) {
    Path file = named.file().toAbsolutePath();
    String which = "The library " + file + ", which " + named.by() + " names,";
    String wrong = whyUnusable(file, Platform.of(machine));
    if (wrong != null) {
      throw new DawnLibraryException(
          which
              + wrong
              + " Name the file of Dawn's shared library, or none to use the packed one.");
    }
    return open(
        file,
        file + ", as " + named.by() + " says",
        which,
        "Name a library for " + Platform.describe(machine) + ", or none to use the packed one.");
  }

  private static @Nullable String whyUnusable(Path file, @Nullable Platform platform) {
    if (!Files.isRegularFile(file)) {
      return Files.exists(file) ? " is not a file." : " does not exist.";
    }
    try {
      BinaryFormat format = BinaryFormat.of(file);
      if (platform != null && format != platform.format()) {
        return " is not a shared library of %s: its format is %s, not %s."
            .formatted(platform.id(), format == null ? "another" : format, platform.format());
      }
      return null;
    } catch (IOException e) {
      return " cannot be read (" + e + ").";
    }
  }

  private static @Nullable Named named(Options options, Machine machine) {
    if (options.library() != null) {
      return new Named(options.library(), "DawnLibrary.Options");
    }
    String property = machine.property().apply(PROPERTY);
    if (property != null && !property.isEmpty()) {
      return new Named(Path.of(property), "-D" + PROPERTY);
    }
    String variable = machine.variable().apply(VARIABLE);
    if (variable != null && !variable.isEmpty()) {
      return new Named(Path.of(variable), VARIABLE);
    }
    return null;
  }

  private static PackedLibrary packed(Options options, Machine machine) {
    Platform platform = Platform.of(machine);
    if (platform == null) {
      throw new DawnLibraryException(
          "Dawn is packed for %s, and not for this machine, %s. Build its shared library, and %s."
              .formatted(Platform.list(), Platform.describe(machine), NAME_ANOTHER));
    }
    PackedLibrary packed = PackedLibrary.find("dawn", platform, options.resources());
    if (packed == null) {
      throw new DawnLibraryException(
          "Dawn's library for %s is not on the class path: %s, or %s."
              .formatted(platform.id(), PackedLibrary.howToAdd("dawn", platform), NAME_ANOTHER));
    }
    return packed;
  }

  @SuppressWarnings("restricted") // To load a library is what this package is for.
  private static DawnLibrary open(Path file, String origin, String which, String advice) {
    SymbolLookup symbols;
    try {
      symbols = SymbolLookup.libraryLookup(file, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new DawnLibraryException(
          which + " cannot be loaded: " + loaderMessage(file) + ". " + advice, e);
    } catch (IllegalCallerException e) {
      Module module = DawnLibrary.class.getModule();
      throw new DawnLibraryException(
          which
              + " cannot be loaded: this JVM allows no native access. Start it with"
              + " --enable-native-access="
              + (module.isNamed() ? module.getName() : "ALL-UNNAMED")
              + ".",
          e);
    }
    List<String> missing = WITNESSES.stream().filter(name -> symbols.find(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new DawnLibraryException(
          which
              + " does not have Dawn's C API of the ABI that these bindings are for: it lacks "
              + String.join(", ", missing)
              + ". Name a Dawn of June 2025, or none to use the packed one.");
    }
    return new DawnLibrary(file, symbols, origin);
  }

  /** The words of the system's loader, which {@code libraryLookup} keeps to itself. */
  @SuppressWarnings("restricted")
  private static String loaderMessage(Path file) {
    try {
      System.load(file.toString());
      return "the first attempt failed, and a second one did not";
    } catch (UnsatisfiedLinkError e) {
      return String.valueOf(e.getMessage());
    }
  }
}
