package run.radicchio.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reading a file takes no more than 64 times as much memory as the file, and 64 KiB, whatever is in
 * it, but for its core modules. Each file here is made of what takes most for its size: many small
 * definitions of one kind, or few that have large types copied, walked through or compared.
 */
class AllocationTest {
  @TestFactory
  Stream<DynamicTest> files() {
    Map<String, IntFunction<byte[]>> files = new LinkedHashMap<>(DenseFiles.all());
    files.putAll(SharedTypeFiles.all());
    return files.entrySet().stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> check(file.getValue())));
  }

  private static void check(IntFunction<byte[]> file) {
    for (int size = 100; size <= 30_000; size *= 16) {
      byte[] bytes = file.apply(size);
      Promises.read(bytes); // what is done once, such as loading classes, does not count
      Promises.Outcome outcome = Promises.read(bytes);
      assertTrue(outcome.isWithinBounds(), outcome.toString());
    }
  }
}
