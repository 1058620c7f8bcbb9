package run.radicchio.webgpu.dawn.library;

import java.util.Map;

/** Machines that a test pretends to run on. */
final class Machines {
  private Machines() {}

  static Machine machine(String system, String architecture) {
    return machine(system, architecture, Map.of(), Map.of());
  }

  /** A machine with further properties and with environment variables. */
  static Machine machine(
      String system,
      String architecture,
      Map<String, String> properties,
      Map<String, String> variables) {
    return new Machine(
        name ->
            switch (name) {
              case "os.name" -> system;
              case "os.arch" -> architecture;
              default -> properties.get(name);
            },
        variables::get);
  }

  /** This machine, but for these environment variables and system properties. */
  static Machine thisOne(Map<String, String> properties, Map<String, String> variables) {
    return new Machine(
        name -> properties.getOrDefault(name, System.getProperty(name)), variables::get);
  }
}
