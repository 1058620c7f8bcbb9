package run.radicchio.component.example;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.TypeAlias;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

/** An interface with names of names, and with several names for a resource. */
@WitInterface(
    value = "example:names/names",
    versions = "2.0.0",
    uses = Calendar.class,
    types = Names.Reader.class)
public interface Names {
  /** A name. */
  @TypeAlias(String.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
  @interface Key {}

  /** Another name for it. */
  @Key
  @TypeAlias(String.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  @interface Name {}

  /** A resource of this interface. */
  @WitResource
  interface Book extends AutoCloseable {
    @Override
    void close();
  }

  /** Another name for a book. */
  @TypeAlias(Book.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  @interface Reader {}

  /** The name of another interface's resource in this one. */
  @TypeAlias(Calendar.Alarm.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  @interface Bell {}

  /** A book of a name. */
  Book find(@Name String name);

  /** Borrows a resource by its other name. */
  void ring(Calendar.@Bell @Borrow Alarm bell);
}
