package nl.aanspreekpunt.web.work;

import nl.aanspreekpunt.inbox.email.Layouts;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** A mail with its markup, which was cleaned. */
public record LayoutPage(Frame frame, Layouts.Layout layout) implements Page {
  @Override
  public String template() {
    return "work/layout.jte";
  }
}
