package run.radicchio.component.validation;

import java.util.regex.Pattern;

/** The lexical rules of names (Explainer, "Import and Export Definitions"). */
final class Names {
  private static final Pattern LABEL =
      Pattern.compile("([a-z][0-9a-z]*|[A-Z][0-9A-Z]*)(-([0-9a-z]+|[0-9A-Z]+))*+");

  private static final Pattern WORDS = Pattern.compile("[a-z][0-9a-z]*(-[0-9a-z]+)*+");

  private static final String NUMBER = "(0|[1-9][0-9]*)";
  private static final String PRE_RELEASE_PART = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

  /** Semantic Versioning 2.0. */
  private static final Pattern SEMVER =
      Pattern.compile(
          NUMBER
              + "\\."
              + NUMBER
              + "\\."
              + NUMBER
              + "(-"
              + PRE_RELEASE_PART
              + "(\\."
              + PRE_RELEASE_PART
              + ")*+)?"
              + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*+)?");

  /** What compatible versions have in common. */
  private static final Pattern CANONICAL_VERSION =
      Pattern.compile("[1-9][0-9]*|0\\.[1-9][0-9]*|0\\.0\\.[1-9][0-9]*|0\\.0\\.0");

  private Names() {}

  /** Whether a label is in kebab case. */
  static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  /** Whether text is words in lower case, as the name of a namespace or package. */
  static boolean isWords(String text) {
    return WORDS.matcher(text).matches();
  }

  /** Whether text is a full version. */
  static boolean isVersion(String text) {
    return SEMVER.matcher(text).matches();
  }

  /** Whether text is the part of a version that compatible ones share. */
  static boolean isCanonicalVersion(String text) {
    return CANONICAL_VERSION.matcher(text).matches();
  }
}
