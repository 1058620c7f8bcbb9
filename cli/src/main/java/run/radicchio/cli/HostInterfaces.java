package run.radicchio.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.radicchio.component.Linker;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.surface.host.SurfaceHost;
import run.radicchio.wasi.Wasi;
import run.radicchio.webgpu.WebGpu;

/** What components can import, as WIT. */
final class HostInterfaces {
  private static final List<Class<?>> ALL =
      Stream.of(
              List.of(WebGpu.class),
              SurfaceHost.INTERFACES,
              Wasi.interfaces(),
              List.of(Basics.class))
          .<Class<?>>flatMap(List::stream)
          .toList();

  /** What components export for the command to call. */
  private static final List<Class<?>> EXPORTED =
      List.of(
          run.radicchio.wasi.p3.cli.Run.class,
          run.radicchio.wasi.p3.http.Handler.class,
          run.radicchio.wasi.p2.cli.Run.class,
          run.radicchio.wasi.p2.http.IncomingHandler.class);

  private HostInterfaces() {}

  /** Offers them all, but for surfaces. */
  static Linker linker(Wasi wasi, LazyGpu gpu, PrintWriter out) {
    return wasi.addTo(new Linker()).add(gpu).add(new StandardBasics(out));
  }

  /** Everything, as one world with its packages. */
  static String wit() {
    return WitPrinter.print(ALL);
  }

  /**
   * One interface, or those of a package.
   *
   * @param name of the interface or the package, with a version or without: then the newest
   * @throws Failure if there is none of that name
   */
  static String wit(String name) {
    List<Served> all = served().filter(one -> one.isCalled(name)).toList();
    if (all.isEmpty()) {
      throw Failure.misuse(unknown(name));
    }
    String version = all.getFirst().version();
    List<Class<?>> java =
        all.stream()
            .filter(one -> one.version().equals(version))
            .<Class<?>>map(Served::java)
            .toList();
    return WitPrinter.printPackage(java, version);
  }

  /** An interface under one of its versions. */
  private record Served(Class<?> java, String name, String version) {
    boolean isCalled(String wanted) {
      String packageName = name.substring(0, name.indexOf('/'));
      return Stream.of(name, packageName)
          .anyMatch(one -> wanted.equals(one) || wanted.equals(one + "@" + version));
    }

    @Override
    public String toString() {
      return name + "@" + version;
    }
  }

  private static Stream<Served> served() {
    return Stream.concat(ALL.stream(), EXPORTED.stream())
        .filter(java -> java.isAnnotationPresent(WitInterface.class))
        .flatMap(
            java -> {
              WitInterface wit = java.getAnnotation(WitInterface.class);
              return Stream.of(wit.versions())
                  .map(version -> new Served(java, wit.value(), version));
            });
  }

  /** Says what there is of the same package, or else all. */
  private static String unknown(String name) {
    String packageName = name.replaceFirst("[/@].*", "");
    List<Served> near = served().filter(one -> one.name().startsWith(packageName + "/")).toList();
    return (near.isEmpty() ? served() : near.stream())
        .map(Served::toString)
        .collect(Collectors.joining(", ", "there is no interface " + name + "; there is ", ""));
  }
}
