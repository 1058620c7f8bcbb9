package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.guest.SharedResourcesTest.Things.Thing;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;

/** Java interfaces of one instance that use the resources of another. */
class SharedResourcesTest {

  /** What {@code guests/tests/things.wasm} exports. */
  @WitInterface("radicchio:test/things")
  public interface Things {
    @WitResource
    interface Thing extends AutoCloseable {
      @Unsigned int value();

      @Override
      void close();
    }

    @Constructor
    Thing thing(@Unsigned int n);

    @Unsigned int live();
  }

  /** What {@code guests/tests/sums.wasm} exports, which imports the things. */
  @WitInterface(value = "radicchio:test/sums", uses = Things.class)
  public interface Sums {
    @Unsigned int sum(@Borrow Thing x, @Borrow Thing y);

    Thing next(Thing x);
  }

  @Test
  void aResourceOfAnotherInstanceIsTheSameObject() {
    try (Store store = new Store()) {
      Instance provider = new Linker().instantiate(Guests.load("things"), store);
      Instance user = new Linker().addExports(provider).instantiate(Guests.load("sums"), store);
      Sums sums = user.exports(Sums.class);
      Things things = provider.exports(Things.class);
      try (Thing three = things.thing(3)) {
        Thing four = things.thing(4);
        assertEquals(7, sums.sum(three, four));
        try (Thing five = sums.next(four)) {
          assertEquals(5, five.value());
          assertEquals(8, sums.sum(three, five));
          assertThrows(IllegalArgumentException.class, four::value, "it was given away");
        }
        assertEquals(1, things.live());
      }
      assertEquals(0, things.live());
      assertEquals(0, store.handleCount());
    }
  }

  @Test
  void instancesDoNotTakeTheResourcesOfOthers() {
    try (Store store = new Store()) {
      Instance provider = new Linker().instantiate(Guests.load("things"), store);
      Instance stranger = new Linker().instantiate(Guests.load("things"), store);
      Instance user = new Linker().addExports(provider).instantiate(Guests.load("sums"), store);
      Sums sums = user.exports(Sums.class);
      try (Thing mine = provider.exports(Things.class).thing(1);
          Thing others = stranger.exports(Things.class).thing(2)) {
        assertThrows(IllegalArgumentException.class, () -> sums.sum(mine, others));
        assertEquals(2, sums.sum(mine, mine));
      }
    }
  }
}
