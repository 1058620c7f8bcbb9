package run.radicchio.component.binding;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.Set;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.CodePoint;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.Unsigned;

/** The annotations that choose among the WIT types of one Java type. */
enum Marker {
  UNSIGNED(Unsigned.class),
  CODE_POINT(CodePoint.class),
  BORROW(Borrow.class),
  CHUNK(Chunk.class),
  FUTURE(Future.class);

  private final Class<? extends Annotation> annotation;

  Marker(Class<? extends Annotation> annotation) {
    this.annotation = annotation;
  }

  /** Those on a use of a type, or on an annotation that is an alias. */
  static Set<Marker> on(AnnotatedElement element) {
    Set<Marker> markers = EnumSet.noneOf(Marker.class);
    for (Marker marker : values()) {
      if (element.isAnnotationPresent(marker.annotation)) {
        markers.add(marker);
      }
    }
    return markers;
  }

  @Override
  public String toString() {
    return "@" + annotation.getSimpleName();
  }
}
