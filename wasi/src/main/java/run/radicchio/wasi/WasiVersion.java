package run.radicchio.wasi;

/** The versions of WASI that are served; others that are compatible are served by them. */
public final class WasiVersion {
  /** WASI 0.2: every {@code 0.2.x}. */
  public static final String P2 = "0.2.12";

  /** WASI 0.3. */
  public static final String P3 = "0.3.0";

  private WasiVersion() {}
}
