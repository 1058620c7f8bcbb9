package run.radicchio.component.validation;

import java.util.regex.Pattern;

/** The lexical rules of names (Explainer, "Import and Export Definitions"). */
final class Names {
  // Repetitions are possessive (*+), so that matching a long name takes no stack.
  private static final Pattern WORDS = Pattern.compile("[a-z][0-9a-z]*+(-[0-9a-z]++)*+");

  private static final String NUMBER = "(0|[1-9][0-9]*+)";
  private static final String PRE_RELEASE = "([0-9]*[A-Za-z-][0-9A-Za-z-]*+|" + NUMBER + ")";
  private static final String BUILD = "[0-9A-Za-z-]++";

  /** Semantic Versioning 2.0. */
  private static final Pattern VERSION =
      Pattern.compile(
          "%1$s\\.%1$s\\.%1$s(-%2$s(\\.%2$s)*+)?(\\+%3$s(\\.%3$s)*+)?"
              .formatted(NUMBER, PRE_RELEASE, BUILD));

  /** The part of versions that compatible ones share. */
  private static final Pattern CANONICAL_VERSION =
      Pattern.compile("[1-9][0-9]*+|0\\.[1-9][0-9]*+|0\\.0\\.[1-9][0-9]*+|0\\.0\\.0");

  private Names() {}

  /** Whether text is a label, in kebab case: each part between hyphens is a word or an acronym. */
  static boolean isLabel(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    int start = 0;
    for (int end = text.indexOf('-'); end >= 0; end = text.indexOf('-', start)) {
      if (!isFragment(text, start, end)) {
        return false;
      }
      start = end + 1;
    }
    return isFragment(text, start, text.length());
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isFragment(String text, int start, int end) {
    boolean lower = false;
    boolean upper = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && !isLetter(c)) {
        return false;
      }
      lower |= c >= 'a' && c <= 'z';
      upper |= c >= 'A' && c <= 'Z';
    }
    return end > start && !(lower && upper);
  }

  /** Whether text is words in lower case, as the name of a namespace or package is. */
  static boolean isWords(String text) {
    return WORDS.matcher(text).matches();
  }

  /** Whether text is a full version. */
  static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /** Whether text is the part of a version that compatible ones share. */
  static boolean isCanonicalVersion(String text) {
    return CANONICAL_VERSION.matcher(text).matches();
  }
}
