/**
 * How Java interfaces are WIT interfaces: the component-level types of annotated Java, and the Java
 * representation of each type.
 *
 * <p>{@link run.radicchio.component.binding.InterfaceBinding#of} reads an interface by reflection.
 * What comes out is two trees side by side: the types ({@link run.radicchio.component.type}), and
 * for each type a {@link run.radicchio.component.binding.Binding} that says which Java values are
 * its values and how to take them apart and make them. {@link
 * run.radicchio.component.binding.Bindings#dynamic} gives the second tree for types that no Java
 * class stands for.
 *
 * <p>Everything is called by plain reflection on public members of exported packages, so that a
 * host interface's module opens nothing. This package does not know how values lie in a guest's
 * memory, nor that there are guests.
 */
@NullMarked
package run.radicchio.component.binding;

import org.jspecify.annotations.NullMarked;
