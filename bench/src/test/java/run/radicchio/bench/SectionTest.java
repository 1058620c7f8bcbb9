package run.radicchio.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Component;
import run.radicchio.component.Linker;

class SectionTest {
  @Test
  void copiesAreAComponentOfDifferentModules() {
    byte[] guest = GuestFile.GUEST_CALLS.bytes();
    byte[] copies = Section.copies(guest, 3);
    List<byte[]> modules = Section.coreModules(copies);
    assertEquals(3, modules.stream().map(Arrays::toString).collect(Collectors.toSet()).size());
    new Linker().instantiate(Component.load(copies)).close();
  }
}
