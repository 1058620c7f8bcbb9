package run.radicchio.component.embedding;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

// docs: host implementation {
/** A journal that is kept in memory. */
final class MemoryJournal implements Journal {
  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public Page open(String title) {
    return new Page() {
      @Override
      public void write(String line) {
        lines.add(title + ": " + line);
      }

      @Override
      public void close() {
        lines.add(title + " is closed");
      }
    };
  }
}
// } docs
