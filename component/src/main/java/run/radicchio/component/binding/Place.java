package run.radicchio.component.binding;

import run.radicchio.component.InterfaceException;

/**
 * Where in an interface something is, for messages: {@code com.acme.Clock, method now, parameter
 * zone}.
 */
record Place(String text) {

  static Place of(Class<?> java) {
    return new Place(java.getTypeName());
  }

  /** A place inside this one that needs no name. */
  Place in(String what) {
    return new Place(text + ", " + what);
  }

  /** A place inside this one. */
  Place in(String kind, String name) {
    return in(kind + " " + name);
  }

  /** What is wrong here, and what to do. */
  InterfaceException error(String problem) {
    return new InterfaceException(text + ": " + problem);
  }
}
