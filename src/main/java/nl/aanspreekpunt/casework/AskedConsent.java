package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * That the citizen was asked whether their words may go to who does help, and what they said.
 *
 * @param grounds as far as they were written: the body and the messages stand in them
 * @param by who asked (official id)
 * @param link who was asked (link id of a participant)
 * @param saidAt null: not yet
 * @param agrees null: not yet
 */
public record AskedConsent(
    Grounds grounds, String by, Instant at, String link, Instant saidAt, Boolean agrees) {

  /** They said yes, or no; they may say otherwise until it has gone. */
  public AskedConsent said(Instant when, boolean yes) {
    return new AskedConsent(grounds, by, at, link, when, yes);
  }

  /** The organisation, and who there. */
  public String helper() {
    return grounds.body().name().strip() + " (" + grounds.body().person().strip() + ")";
  }

  AskedConsent of(String another) {
    return new AskedConsent(grounds, by, at, another, saidAt, agrees);
  }

  /** Of what they agreed to; empty when they did not, or not yet. */
  public Optional<Consent> given(ZoneId zone) {
    return Boolean.TRUE.equals(agrees)
        ? Optional.of(Consent.onPage(LocalDate.ofInstant(saidAt, zone)))
        : Optional.empty();
  }

  /** Whether what goes there is what they agreed to, or less. */
  public boolean covers(Grounds sent, ZoneId zone) {
    return sent.body() != null
        && sent.body().name().strip().equalsIgnoreCase(grounds.body().name().strip())
        && grounds.body().email().equalsIgnoreCase(sent.body().email())
        && grounds.messages().containsAll(sent.messages())
        && given(zone).filter(one -> one.equals(sent.consent())).isPresent();
  }
}
