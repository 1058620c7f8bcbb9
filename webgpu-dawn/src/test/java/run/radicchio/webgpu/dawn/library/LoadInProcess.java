package run.radicchio.webgpu.dawn.library;

import java.nio.file.Path;

/** Loads Dawn in a process of its own: {@code LoadInProcess CACHE} prints the library's file. */
final class LoadInProcess {
  private LoadInProcess() {}

  public static void main(String[] arguments) {
    var options = DawnLibrary.Options.defaults().withCache(Path.of(arguments[0]));
    System.out.println(DawnLibrary.load(options).file());
  }
}
