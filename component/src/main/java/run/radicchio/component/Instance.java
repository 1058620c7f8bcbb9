package run.radicchio.component;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import run.radicchio.component.link.Item;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.validation.ExportTypes;

/**
 * An instance of a component: its memory, its handles, and its functions to call.
 *
 * <p>Safe for use by several threads: one guest thread runs at a time, and calls that wait let
 * others in. A trap ends the instance, and its {@link Store} with it. Interrupting the Java thread
 * that waits for a call traps the guest.
 */
public final class Instance implements AutoCloseable {
  private final LinkedComponent linked;
  private final Store store;
  private final Item.Instance exports;
  private final Map<String, ExportedFunction> functions;
  private final TypedExports typed;

  Instance(LinkedComponent linked, Store store, Item.Instance exports) {
    this.linked = linked;
    this.store = store;
    this.exports = exports;
    Map<String, ExportedFunction> all = new LinkedHashMap<>();
    collect("", component().type().exports(), exports, all);
    this.functions = Collections.unmodifiableMap(all);
    this.typed = new TypedExports(linked, exports, store.entrance());
  }

  private void collect(
      String prefix,
      Map<String, ExternType> types,
      Item.Instance from,
      Map<String, ExportedFunction> into) {
    types.forEach(
        (name, type) -> {
          switch (type) {
            case FuncType function ->
                into.put(
                    prefix + name,
                    new ExportedFunction(
                        prefix + name,
                        function,
                        Item.as(Item.Function.class, from.export(name)).callee(),
                        store.entrance()));
            case InstanceType instance ->
                collect(
                    prefix + name + "#",
                    instance.exports(),
                    Item.as(Item.Instance.class, from.export(name)),
                    into);
            default -> {}
          }
        });
  }

  /** The component that it is an instance of. */
  public Component component() {
    return linked.component();
  }

  /** The store that it lives in. */
  public Store store() {
    return store;
  }

  /**
   * What it exports, as an object of a Java interface: each method calls the function that it
   * stands for, by the same annotations and the same table of types as host interfaces ({@link
   * run.radicchio.component.wit}). An interface that is marked {@code @WitInterface} is an instance
   * that the component exports, in its version or a compatible one; one marked {@code @WitWorld} is
   * functions that it exports directly.
   *
   * <p>A method of an {@code async} function does not wait. Where nobody is in the store, the guest
   * begins on the calling thread, and the method returns when it has returned or waits for the
   * first time; else it begins soon. So its arguments may be taken later. To cancel its stage asks
   * the guest to end the call. Methods of others return when the guest has. An error is thrown as
   * the exception that the method declares. A method throws {@link IllegalArgumentException} where
   * an argument cannot be given, such as a resource that was closed, and then the guest was not
   * called; it throws a {@link Trap} where the guest traps, and then the store is at an end.
   *
   * <p>Resources of the guest are objects of their Java interfaces. Who is given one owns it, and
   * closes it unless it is given back: to pass it for a parameter without {@code @Borrow} gives it
   * away. It is not closed by the garbage collector, but ends with the store.
   *
   * @return the same object at each call
   * @throws LinkException if the component does not export the interface, or not with these types:
   *     all differences
   * @throws InterfaceException if the interface cannot be expressed in WIT
   */
  public <T> T exports(Class<T> java) {
    return java.cast(typed.of(java));
  }

  /**
   * An exported function, for dynamic values: of the component by its name, of an instance that it
   * exports as {@code wasi:cli/run@0.3.0#run}.
   */
  public Optional<ExportedFunction> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** All exported functions by name, in the order of the component. */
  public Map<String, ExportedFunction> functions() {
    return functions;
  }

  /** Its exports, to be offered to components of the same store. */
  Map<String, Offer> offers() {
    Map<String, Offer> offers = new LinkedHashMap<>();
    ExportTypes.ofOne(component().type(), linked.resources())
        .exports()
        .forEach(
            (name, type) -> {
              Item item = exports.export(name);
              offers.put(name, new Offer(type, _ -> item, this));
            });
    return offers;
  }

  TypedExports typedExports() {
    return typed;
  }

  /** How many handles the guests of its store have: resources, waitables, sets of them. */
  public int handleCount() {
    return store.handleCount();
  }

  /**
   * Ends the instance, and with it its {@linkplain Store#close store}: instances that can call each
   * other end together.
   *
   * @throws RuntimeException if closing a resource failed, after all are closed
   */
  @Override
  public void close() {
    store.close();
  }
}
