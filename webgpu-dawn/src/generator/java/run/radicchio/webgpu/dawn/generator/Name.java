package run.radicchio.webgpu.dawn.generator;

import java.util.Locale;
import java.util.Set;

/**
 * A name as {@code dawn.json} has it: words separated by single spaces, their capitals kept.
 *
 * @param words such as {@code "max texture dimension 1D"}
 */
record Name(String words) {
  private static final Set<String> RESERVED = Set.of("default", "null", "true", "false", "float");

  /** {@code MaxTextureDimension1D}. */
  String pascalCase() {
    StringBuilder text = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word, 1, word.length());
    }
    return text.toString();
  }

  /** {@code maxTextureDimension1D}. */
  String camelCase() {
    int first = words.indexOf(' ');
    String text =
        first < 0
            ? words
            : words.substring(0, first) + new Name(words.substring(first + 1)).pascalCase();
    return RESERVED.contains(text) ? text + "_" : text;
  }

  /** {@code MAX_TEXTURE_DIMENSION_1D}, with an underscore before a leading digit. */
  String constantCase() {
    String text = words.replace(' ', '_').toUpperCase(Locale.ROOT);
    return Character.isDigit(text.charAt(0)) ? "_" + text : text;
  }

  /** The C type, {@code WGPUMaxTextureDimension1D}, which is also the Java class. */
  String type() {
    return "WGPU" + pascalCase();
  }
}
