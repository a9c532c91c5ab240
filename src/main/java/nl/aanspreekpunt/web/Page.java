package nl.aanspreekpunt.web;

/** All that a template shows: a plain record. */
public interface Page {
  /** Path of its template below {@code src/main/jte}. */
  String template();

  Frame frame();
}
