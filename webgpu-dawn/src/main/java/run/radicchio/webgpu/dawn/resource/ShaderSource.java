package run.radicchio.webgpu.dawn.resource;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A shader's code as Dawn's compiler takes it.
 *
 * <p>Immediate data is a language feature of WGSL ({@code immediate_address_space}), which a shader
 * just uses, and may say that it requires. Here it is an experiment, which a shader has to enable.
 * The compiler that has it has others, which are not WGSL: these stay unknown to shaders.
 *
 * @param code what to compile; each line has the number that it had
 * @param added how many UTF-16 code units stand before what was the first
 */
record ShaderSource(String code, int added) {
  private static final String ENABLE_IMMEDIATE = "enable chromium_experimental_immediate;";

  private static final Pattern IMMEDIATE = Pattern.compile("\\bimmediate(_address_space)?\\b");

  private static final Pattern OTHER_EXPERIMENT =
      Pattern.compile(
          "\\bchromium_(?=disable_|internal_|experimental_(?!immediate\\b))(?=\\w+\\b)");

  private static final Pattern REQUIRES = Pattern.compile("\\brequires\\s+[^;]*;");

  /** The language feature that the compiler does not know, with what separates it from others. */
  private static final Pattern REQUIRED_IMMEDIATE =
      Pattern.compile(
          "\\brequires\\s+immediate_address_space\\s*,?\\s*;"
              + "|,\\s*immediate_address_space\\b"
              + "|\\bimmediate_address_space\\s*,");

  static ShaderSource of(String code) {
    // A name of the same length that nobody knows: positions stay.
    String known = OTHER_EXPERIMENT.matcher(code).replaceAll("unknown__");
    if (!IMMEDIATE.matcher(known).find()) {
      return new ShaderSource(known, 0);
    }
    String required = REQUIRES.matcher(known).replaceAll(ShaderSource::withoutImmediate);
    return new ShaderSource(ENABLE_IMMEDIATE + required, ENABLE_IMMEDIATE.length());
  }

  private static String withoutImmediate(MatchResult directive) {
    return REQUIRED_IMMEDIATE
        .matcher(directive.group())
        .replaceAll(name -> name.group().replaceAll("[^\\s]", " "));
  }
}
