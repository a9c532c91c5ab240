package nl.aanspreekpunt;

/** The only wiring: configuration, then constructors, then deployment. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("ready");
  }
}
