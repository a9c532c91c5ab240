package nl.aanspreekpunt.casework.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Owed;
import nl.aanspreekpunt.casework.decision.OwnReason;
import nl.aanspreekpunt.outbox.Notice;

/**
 * After a threat, who leads says who has contact with the citizen, how, until when and why. The
 * citizen hears it and that they may object; all they asked goes to that official, and what was
 * promised stays promised at the moment it was. Again: the former one is replaced.
 *
 * @param official who has contact (official id)
 * @param ways how
 * @param until when it lapses; at most a year ahead
 * @param why in own words, which the citizen reads
 * @param by who leads (official id)
 */
public record AgreeingContact(
    String official, List<ContactAgreement.Way> ways, Instant until, String why, String by)
    implements Act {
  /** Why a case went to who has contact. */
  public static final String REASON = "contact";

  /** Characters of a reason. */
  public static final int LONGEST = 2_000;

  /** It is to be looked at anew by then. */
  public static final Duration LONGEST_TIME = Duration.ofDays(366);

  @Override
  public Decision on(Case before, Moment moment) {
    return refused(before, moment)
        .orElseGet(
            () -> {
              Draft draft = new Draft(before, moment);
              agree(draft);
              return draft.done();
            });
  }

  /**
   * Whether this official leads the team of a case, and may say who has contact; also who set what
   * stands, when the case went to another team by it.
   */
  public static boolean leads(Case one, String official, Moment moment) {
    return moment.directory().ledBy(official).stream().anyMatch(it -> it.id().equals(one.team()))
        || set(one, official);
  }

  /** Whether this official set what was agreed last. */
  public static boolean set(Case one, String official) {
    return one.care().agreedContact().filter(it -> it.by().equals(official)).isPresent();
  }

  private Optional<Decision> refused(Case before, Moment moment) {
    if (!leads(before, by, moment)) {
      return refuse("not-leading-contact", null);
    }
    if (!before.open()) {
      return refuse("closed", null);
    }
    if (before.underWay()) {
      return refuse("under-way", null);
    }
    if (before.contact() == null || before.care().policy() != null) {
      return refuse("nobody-to-agree-with", null);
    }
    if (official == null || !moment.directory().employed(official, moment.now())) {
      return refuse("not-employed", "official");
    }
    if (before.barred().contains(official)) {
      return refuse("barred", "official");
    }
    if (ways.isEmpty()) {
      return refuse("ways-needed", "ways");
    }
    if (until == null || !until.isAfter(moment.now())) {
      return refuse("until-needed", "until");
    }
    if (until.isAfter(moment.now().plus(LONGEST_TIME))) {
      return refuse("until-too-late", "until");
    }
    return why(why, "why");
  }

  /** What the citizen reads is an explanation in own words. */
  static Optional<Decision> why(String words, String field) {
    if (!OwnReason.longEnough(words)) {
      return refuse("why-needed-contact", field);
    }
    if (words.length() > LONGEST) {
      return refuse("explanation-too-long", field);
    }
    return OwnReason.in(words) ? Optional.empty() : refuse("bare-rule", field);
  }

  private static Optional<Decision> refuse(String code, String field) {
    return Optional.of(field == null ? Decision.refused(code) : Decision.refused(code, field));
  }

  private void agree(Draft draft) {
    List<ContactAgreement.Way> sorted = ways.stream().distinct().sorted().toList();
    ContactAgreement set =
        new ContactAgreement(
            official,
            sorted,
            draft.now(),
            until,
            why.strip(),
            by,
            null,
            null,
            draft.care().agreedContact().map(ContactAgreement::also).orElse(List.of()));
    draft.care(draft.care().with(set));
    draft.event(
        new CaseEvent.ContactAgreed(draft.now(), by, official, set.ways(), until, set.why()));
    draft.owes(Owed.contact(draft.before));
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", "agreed");
    facts.put("ways", sorted.stream().map(Enum::name).collect(Collectors.joining(" ")));
    facts.put("last", until.minusSeconds(1).toString());
    facts.put("text", set.why());
    if (!official.equals(draft.responsible())) {
      facts.put("from", draft.responsible());
      draft.passes(official, REASON, by);
    }
    draft.tell().citizen(Notice.Kind.CONTACT, official, facts);
  }
}
