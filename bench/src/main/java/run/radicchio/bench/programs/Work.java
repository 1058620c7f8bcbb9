package run.radicchio.bench.programs;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Work of a program, which Java can have a GPU do as well. */
interface Work {
  /** The program's name, such as {@code simulation}. */
  String program();

  /** What makes it do this work, without {@code --time}; files are in {@link Program#folder}. */
  List<String> arguments();

  /** What its standard input has; nothing, if not told otherwise. */
  default InputStream input() {
    return InputStream.nullInputStream();
  }

  /** How much it is, in words. */
  String size();

  /**
   * Makes all that Java needs for it.
   *
   * @param device what is to do it
   * @param program what may be asked for the data that it begins with
   */
  Twin inJava(Device device, Program program) throws IOException;

  /** The same without a guest. */
  interface Twin {
    /** Gives the GPU what the work begins with, which takes no part in what is measured. */
    void begin();

    /** Gives it the work, and waits where the program waits. */
    void run();
  }
}
