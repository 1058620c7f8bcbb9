package run.radicchio.component.binding;

import run.radicchio.component.type.ValType;

/**
 * What a Java type is: its component-level type and how values of that are represented.
 *
 * @param type with its name, where it has one
 * @param binding whose type is the structure of {@code type}
 */
record Derived(ValType type, Binding binding) {}
