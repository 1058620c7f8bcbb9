/**
 * A validated component: what decoding and validation produce and instantiation runs.
 *
 * <p>A {@link run.radicchio.component.definition.ComponentDefinition} is the list of a component's
 * definitions in the order of its binary. Each appends to one index space, as Binary.md says, and
 * refers to earlier ones by index; types are resolved, so that nothing that runs has a type index
 * space. Resource types are the {@link run.radicchio.component.type.ResourceType}s of validation;
 * an instance maps each of {@link
 * run.radicchio.component.definition.ComponentDefinition#resources()} to one of its own.
 */
@NullMarked
package run.radicchio.component.definition;

import org.jspecify.annotations.NullMarked;
