package run.radicchio.component.link;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of an interface and its version, if it has one (Explainer, "Canonical Interface Name").
 *
 * <p>An interface serves where another version of it is wanted if both are of one track: the same
 * major version, or the same minor one where that is 0. Versions before a release, and those of
 * 0.0, are tracks of their own.
 *
 * @param version null where the name has none
 */
public record VersionedName(String name, @Nullable String version) {

  /** The parts of what a component calls something. */
  public static VersionedName of(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new VersionedName(text, null)
        : new VersionedName(text.substring(0, at), text.substring(at + 1));
  }

  /**
   * The name among several under which there is what is wanted: itself, or the newest version of
   * its track.
   */
  public static Optional<String> find(String wanted, Collection<String> offered) {
    if (offered.contains(wanted)) {
      return Optional.of(wanted);
    }
    VersionedName name = of(wanted);
    return offered.stream()
        .map(VersionedName::of)
        .filter(name::isServedBy)
        .max(Comparator.comparing(VersionedName::numbers, Arrays::compare))
        .map(VersionedName::toString);
  }

  /** Whether another version of the same interface serves where this one is wanted. */
  private boolean isServedBy(VersionedName other) {
    return name.equals(other.name) && version != null && track().equals(other.track());
  }

  /** Whether it is the same interface, in whatever version. */
  public boolean isSameInterface(VersionedName other) {
    return name.equals(other.name);
  }

  /** What compatible versions have in common, and others have not. */
  private String track() {
    String whole = version == null ? "" : version.replaceFirst("\\+.*", "");
    if (whole.indexOf('-') >= 0) {
      return whole;
    }
    String[] parts = whole.split("\\.", -1);
    if (!parts[0].equals("0")) {
      return parts[0];
    }
    return parts.length < 2 || parts[1].equals("0") ? whole : "0." + parts[1];
  }

  /** Major, minor and patch, as far as they are there: a canonical version has fewer. */
  private long[] numbers() {
    String release = version == null ? "" : version.replaceFirst("[-+].*", "");
    return Arrays.stream(release.split("\\.", -1))
        .filter(part -> !part.isEmpty())
        .mapToLong(VersionedName::number)
        .toArray();
  }

  /** More digits than a long has are all the same to us. */
  private static long number(String digits) {
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** As a component writes it. */
  @Override
  public String toString() {
    return version == null ? name : name + "@" + version;
  }
}
