package run.radicchio.component.core.endive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the classes of one module, which live as long as it or an instance of it. */
final class GuestClassLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  @SuppressWarnings("unused") // alive as long as its classes, so that no others take their place
  private final EndiveModule module;

  GuestClassLoader(EndiveModule module, GuestClasses guestClasses) {
    super(module.names().className(), GuestClassLoader.class.getClassLoader());
    this.module = module;
    this.classes = new ConcurrentHashMap<>(guestClasses.classes());
    Module here = GuestClassLoader.class.getModule();
    // Compiled code links its imports by a class of this package, and we look up its functions.
    here.addExports(GuestClassLoader.class.getPackageName(), getUnnamedModule());
    here.addReads(getUnnamedModule());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.remove(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
