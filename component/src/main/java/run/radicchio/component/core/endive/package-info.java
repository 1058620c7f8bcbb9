/**
 * Core modules on Endive, compiled to JVM bytecode: the only package that knows that engine.
 *
 * <p>A module is parsed and checked at once ({@code EndiveModule}) and compiled when it is first
 * instantiated ({@code GuestClasses}, {@code GuestCode}). What that makes of a module is kept
 * ({@code KeptModules}), by the module's bytes and by the build of this package that made it
 * ({@code BuildIdentity}): of a module that is found there, only the declarations are read ({@code
 * Declarations}), as it was valid before. Modules in memory are shared ({@code EndiveEngine}).
 *
 * <p>What several instances share is storage of its own ({@code LinearMemory}, {@code GuestTable}),
 * and each instance has a view of it ({@code MemoryView}, {@code TableView}): Endive numbers
 * functions, types and segments by instance, so what it is shown has to be in the numbers of the
 * instance that looks. {@code FunctionSpace} is that numbering for functions.
 *
 * <p>Nothing here knows of components.
 */
@NullMarked
package run.radicchio.component.core.endive;

import org.jspecify.annotations.NullMarked;
