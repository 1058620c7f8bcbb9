package run.radicchio.component.core.endive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is kept of a module for later processes: all that its functions' instructions are read for.
 * That there is one says that the module is valid.
 *
 * @param imported how many functions it imports
 */
record KeptModule(int imported, GuestClasses classes, Bodies bodies) {

  /** As bytes, which mean something to the same build only. */
  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(imported);
      out.writeInt(classes.classes().size());
      for (Map.Entry<String, byte[]> each : classes.classes().entrySet()) {
        out.writeUTF(each.getKey());
        out.writeInt(each.getValue().length);
        out.write(each.getValue());
      }
      out.writeInt(classes.functions().size());
      for (Map.Entry<Integer, String> each : classes.functions().entrySet()) {
        out.writeInt(each.getKey());
        out.writeUTF(each.getValue());
      }
      write(classes.interpreted(), out);
      write(bodies.tailCalling(), out);
      out.writeInt(bodies.forwardings().size());
      for (Map.Entry<Integer, Forwarding> each : bodies.forwardings().entrySet()) {
        out.writeInt(each.getKey());
        out.writeInt(each.getValue().table());
        out.writeInt(each.getValue().element());
        out.writeInt(each.getValue().type());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Set<Integer> functions, DataOutputStream out) throws IOException {
    out.writeInt(functions.size());
    for (int function : functions) {
      out.writeInt(function);
    }
  }

  /** Reads what {@link #encode} wrote. */
  static KeptModule decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int imported = in.readInt();
      Map<String, byte[]> classes = new HashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        classes.put(in.readUTF(), in.readNBytes(in.readInt()));
      }
      NavigableMap<Integer, String> functions = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        functions.put(in.readInt(), in.readUTF());
      }
      GuestClasses guestClasses = new GuestClasses(classes, functions, readFunctions(in));
      Set<Integer> tailCalling = readFunctions(in);
      Map<Integer, Forwarding> forwardings = new HashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        forwardings.put(in.readInt(), new Forwarding(in.readInt(), in.readInt(), in.readInt()));
      }
      return new KeptModule(imported, guestClasses, new Bodies(forwardings, tailCalling));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Integer> readFunctions(DataInputStream in) throws IOException {
    Set<Integer> functions = new HashSet<>();
    for (int i = in.readInt(); i > 0; i--) {
      functions.add(in.readInt());
    }
    return functions;
  }
}
