package run.radicchio.component.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version serves where one is wanted. */
class VersionedNameTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          a:b/c@1.2.0,        a:b/c@1.2.0 a:b/c@1.3.1,            a:b/c@1.2.0
          a:b/c@1.2.0,        a:b/c@1.3.1,                        a:b/c@1.3.1
          a:b/c@1.2.0,        a:b/c@1.10.0 a:b/c@1.9.0,           a:b/c@1.10.0
          a:b/c@1.2.0,        a:b/c@1.1.9,                        a:b/c@1.1.9
          a:b/c@1.2.0,        a:b/c@2.0.0,                        none
          a:b/c@1.2.0,        a:b/d@1.2.1,                        none
          a:b/c@1.2.0,        a:b/c,                              none
          a:b/c,              a:b/c@1.2.0,                        none
          a:b/c,              a:b/c,                              a:b/c
          a:b/c@0.2.1,        a:b/c@0.2.6 a:b/c@0.3.0,            a:b/c@0.2.6
          a:b/c@0.2.1,        a:b/c@0.3.0,                        none
          a:b/c@0.0.1,        a:b/c@0.0.2,                        none
          a:b/c@0.0.1,        a:b/c@0.0.1+build,                  a:b/c@0.0.1+build
          a:b/c@1.2.0-rc.1,   a:b/c@1.2.0 a:b/c@1.2.0-rc.2,       none
          a:b/c@1.2.0,        a:b/c@1.2.1-rc.1,                   none
          a:b/c@1.2.0-rc.1,   a:b/c@1.2.0-rc.1,                   a:b/c@1.2.0-rc.1
          a:b/c@1,            a:b/c@1.2.0 a:b/c@2.0.0,            a:b/c@1.2.0
          a:b/c@0.2,          a:b/c@0.2.0 a:b/c@0.3.0,            a:b/c@0.2.0
          a:b/c@1.2.0,        a:b/c@1,                            a:b/c@1
          a:b/c@1.2.0+x,      a:b/c@1.2.3+y,                      a:b/c@1.2.3+y
          run,                run,                                run
          run,                walk,                               none
          """)
  void serves(String wanted, String offered, String found) {
    assertEquals(
        Optional.ofNullable(found), VersionedName.find(wanted, List.of(offered.split(" "))));
  }

  @ParameterizedTest
  @CsvSource({"a:b/c@1.2.0", "a:b/c", "run"})
  void isWrittenAsItWas(String name) {
    assertEquals(name, VersionedName.of(name).toString());
  }
}
