/** Small host interfaces that the tests of types, printing and calling share. */
@NullMarked
package run.radicchio.component.example;

import org.jspecify.annotations.NullMarked;
