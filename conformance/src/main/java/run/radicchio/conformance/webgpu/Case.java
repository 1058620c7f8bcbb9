package run.radicchio.conformance.webgpu;

import java.util.List;

/**
 * A case as it ended.
 *
 * @param name what it is called: the function that it covers, a colon, and what is expected of it
 * @param input whether it gives the function what it must accept
 * @param end how it ended
 * @param remarks why it was skipped, or what was expected and what was got where it failed
 */
public record Case(String name, Input input, End end, List<String> remarks) {
  /** Remarks that no longer change. */
  public Case {
    remarks = List.copyOf(remarks);
  }

  /** What a case gives to the function that it covers. */
  public enum Input {
    /** What it must accept. */
    RIGHT,
    /** What it must refuse, or an object that is invalid. */
    WRONG
  }

  /** How a case ended. */
  public enum End {
    PASSED,
    FAILED,
    /** It says nothing of this adapter, which has too few features or too low limits for it. */
    SKIPPED,
    /** It failed, as {@code exclusions.txt} says that it does. */
    EXCLUDED,
    /** It failed, as {@code exclusions.txt} says that it does with this adapter's driver. */
    DRIVER_BUG
  }

  /** The function that it covers, by its resource and its name in WIT. */
  public String function() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  Case ending(End other, List<String> why) {
    return new Case(name, input, other, why);
  }
}
