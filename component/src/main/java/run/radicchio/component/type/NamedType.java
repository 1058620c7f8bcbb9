package run.radicchio.component.type;

/**
 * A type under the name by which an interface or world exports it.
 *
 * @param name the name, in kebab case
 * @param type the type it names, which may itself be named elsewhere
 */
public record NamedType(String name, ValType type) implements ValType {
  @Override
  public ValType structure() {
    return type.structure();
  }
}
