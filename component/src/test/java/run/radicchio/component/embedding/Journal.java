package run.radicchio.component.embedding;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

// docs: host interface {
/** Where components write. */
@WitInterface(value = "example:words/journal", versions = "1.1.0")
public interface Journal {
  @WitResource
  interface Page extends AutoCloseable {
    void write(String line);

    @Override
    void close();
  }

  Page open(String title);
}
// } docs
