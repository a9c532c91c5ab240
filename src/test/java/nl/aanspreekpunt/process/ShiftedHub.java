package nl.aanspreekpunt.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import nl.aanspreekpunt.Main;

/** The hub as {@link Main} starts it, with a clock that a test moves. Dies with who started it. */
public final class ShiftedHub {
  private static final int ORPHANED = 3;

  private ShiftedHub() {}

  public static void main(String[] args) {
    Thread watch = new Thread(ShiftedHub::dieWithTheParent, "parent");
    watch.setDaemon(true);
    watch.start();
    Main.run(new ShiftedClock(Path.of(args[0])));
  }

  /** Its standard input is a pipe that ends when the other side is gone. */
  private static void dieWithTheParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // gone as well
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
