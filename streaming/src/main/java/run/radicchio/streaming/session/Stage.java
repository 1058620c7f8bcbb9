package run.radicchio.streaming.session;

import java.util.Locale;

/** What happens to a picture, one after the other. */
public enum Stage {
  /** From the frame event until the guest presents. */
  RENDER,
  /** Until the picture is in the processor's memory; the GPU ends drawing it meanwhile. */
  READ,
  /** To planes of luma and chroma. */
  CONVERT,
  /** For one viewer. */
  ENCODE,
  /** Until the system has taken it. */
  SEND,
  /** In the browser. */
  DECODE;

  /** Its name in texts. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
