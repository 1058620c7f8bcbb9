package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * A set of WGSL language extensions.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#wgsllanguagefeatures">WGSLLanguageFeatures</a>
 */
@WitResource
public interface WgslLanguageFeatures extends AutoCloseable {
  /**
   * Whether the set contains a language extension.
   *
   * @param value the extension by its name in WGSL, such as {@code packed_4x8_integer_dot_product}
   */
  boolean has(String value);

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
