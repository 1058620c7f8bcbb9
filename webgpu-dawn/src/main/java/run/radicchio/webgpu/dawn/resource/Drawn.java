package run.radicchio.webgpu.dawn.resource;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import run.radicchio.webgpu.canvas.Picture;

/** What is on a canvas: a picture that it holds, and so does everybody to whom it was presented. */
final class Drawn implements AutoCloseable {
  private final CompletionStage<Picture> picture;
  private final AtomicInteger holders = new AtomicInteger(1);

  /**
   * Held by its maker, who closes it.
   *
   * @param picture is closed once, when nobody holds it
   */
  Drawn(CompletionStage<Picture> picture) {
    this.picture = picture;
  }

  /** The picture for one holder more; only a holder may. */
  CompletionStage<Picture> present() {
    holders.incrementAndGet();
    AtomicBoolean held = new AtomicBoolean(true);
    Runnable release =
        () -> {
          if (held.compareAndSet(true, false)) {
            close();
          }
        };
    return picture.thenApply(own -> withRelease(own, release));
  }

  private static Picture withRelease(Picture picture, Runnable release) {
    return new Picture(
        picture.width(),
        picture.height(),
        picture.format(),
        picture.alphaMode(),
        picture.colorSpace(),
        picture.toneMapping(),
        picture.bytesPerRow(),
        picture.texels().duplicate().order(picture.texels().order()),
        release);
  }

  /** One holder less. */
  @Override
  public void close() {
    if (holders.decrementAndGet() == 0) {
      picture.thenAccept(Picture::close);
    }
  }
}
