package nl.aanspreekpunt.casework;

import java.time.LocalDate;

/**
 * The citizen said that their words may go to somebody else.
 *
 * @param how in what talk or message they said so, in the official's words; {@link #PAGE} when they
 *     were asked and said so themselves: see {@link AskedConsent}
 * @param on the day, on the municipality's calendar
 */
public record Consent(String how, LocalDate on) {
  /** On their own page, behind their signed link. */
  public static final String PAGE = "page";

  public static Consent onPage(LocalDate on) {
    return new Consent(PAGE, on);
  }

  public boolean onPage() {
    return PAGE.equals(how);
  }
}
