package run.radicchio.component.text;

import org.junit.jupiter.api.Test;
import run.radicchio.component.example.Calendar;
import run.radicchio.component.example.Console;
import run.radicchio.component.example.Library;

class WitPrinterTest {
  @Test
  void prints() {
    System.out.println(WitPrinter.print(Library.class));
    System.out.println(WitPrinter.print(Calendar.class));
    System.out.println(WitPrinter.print(Console.class));
  }
}
