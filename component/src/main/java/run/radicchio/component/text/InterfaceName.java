package run.radicchio.component.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import run.radicchio.component.type.TypeText;

/**
 * The name of an interface (Explainer, {@code interfacename}), such as {@code
 * wasi:webgpu/webgpu@0.3.0-rc.2}.
 *
 * @param packageName such as {@code wasi:webgpu}
 * @param label such as {@code webgpu}
 * @param version with its {@code @}; empty where there is none
 */
record InterfaceName(String packageName, String label, String version) {
  private static final Pattern SYNTAX = Pattern.compile("([^:/@]+:[^:/@]+)/([^:/@]+)(@[^@]+)?");

  /** The parts of a name, if it is one of an interface. */
  static Optional<InterfaceName> of(String name) {
    Matcher matcher = SYNTAX.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new InterfaceName(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3) == null ? "" : matcher.group(3)))
        : Optional.empty();
  }

  /** The package as it is declared, such as {@code wasi:webgpu@0.3.0-rc.2}. */
  String versionedPackage() {
    return escapedPackage() + version;
  }

  /** How far it is from another: 0 in the same package, 1 with the same version, else 2. */
  int distanceTo(InterfaceName other) {
    return other.versionedPackage().equals(versionedPackage())
        ? 0
        : other.version.equals(version) ? 1 : 2;
  }

  /** The interface as another package refers to it. */
  String path() {
    return escapedPackage() + "/" + TypeText.escape(label) + version;
  }

  /** The interface as another interface, or a world where that is null, refers to it. */
  String pathFrom(InterfaceName other) {
    return other.versionedPackage().equals(versionedPackage()) ? TypeText.escape(label) : path();
  }

  private String escapedPackage() {
    int colon = packageName.indexOf(':');
    return TypeText.escape(packageName.substring(0, colon))
        + ":"
        + TypeText.escape(packageName.substring(colon + 1));
  }
}
