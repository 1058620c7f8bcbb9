package run.radicchio.wasi.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.streams.Input;

/** The bytes of a file from a place on, which are always there to be read. */
final class FileInput implements Input {
  private final OpenFile file;
  private long place;

  /** Keeps the file open until it is closed. */
  FileInput(OpenFile file, long place) {
    this.file = file.retained();
    this.place = place;
  }

  @Override
  public byte @Nullable [] read(int most) throws IOException {
    byte[] bytes = Attempt.make(() -> file.read(most, place));
    place += bytes.length;
    return bytes.length == 0 && most > 0 ? null : bytes;
  }

  @Override
  public Event readable() {
    return Event.always();
  }

  @Override
  public void close() {
    file.close();
  }
}
