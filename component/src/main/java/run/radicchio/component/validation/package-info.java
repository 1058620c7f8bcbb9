/**
 * Checks a component while it is read and makes its {@link
 * run.radicchio.component.definition.ComponentDefinition}.
 *
 * <p>{@link run.radicchio.component.validation.ComponentReader} is the way in. It keeps one {@code
 * Scope} of index spaces for each component and each component or instance type that it is inside
 * of; a reader for each kind of section appends to them. {@link
 * run.radicchio.component.validation.Subtyping} compares types, here and when a host links, and
 * {@link run.radicchio.component.validation.Flattening} says which core types the canonical ABI
 * gives.
 *
 * <p>Nothing here runs anything. Core modules are opaque: the engine compiles them and says what
 * they import and export.
 */
@NullMarked
package run.radicchio.component.validation;

import org.jspecify.annotations.NullMarked;
