package nl.aanspreekpunt.web.work.chafe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.friction.Report;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.Form;

/**
 * The form to say that something chafes.
 *
 * @param about number of the case it is about; null: none
 * @param subject of that case
 * @param once so that a form that is sent twice reports once
 */
public record ReportPage(
    Frame frame, String about, String subject, String once, Form form, List<FieldError> errors)
    implements Page {
  public static final String PATH = FrictionsPage.PATH + "/nieuw";

  /** What the last no of a case rests on; empty when there was none. */
  public static Optional<String> restsOn(Case one) {
    return one.happened(CaseEvent.Decided.class)
        .reduce((earlier, later) -> later)
        .filter(it -> it.outcome().spokenFirst() && it.rule() != null)
        .map(it -> it.rule().replaceAll("\\s+", " ").strip())
        .map(it -> it.substring(0, Math.min(Report.LONGEST_RULE, it.length())));
  }

  /**
   * After a decision the rule it rests on is filled in.
   *
   * @param after null: it is after none
   */
  static Form filled(String after, Optional<Case> one, Form form) {
    return after == null || !form.fields().isEmpty()
        ? form
        : one.flatMap(ReportPage::restsOn).map(rule -> new Form(Map.of("rule", rule))).orElse(form);
  }

  /** Where to say, after a no, that what it rests on chafes; null when there is no such no. */
  public static String after(Case one) {
    boolean said = one.care().intended() == null && one.care().chafes().isEmpty();
    boolean told = !one.open() || one.care().referred() != null;
    return said && told && restsOn(one).isPresent()
        ? PATH + "?vraag=" + one.id() + "&na=besluit"
        : null;
  }

  @Override
  public String template() {
    return "work/chafe/report.jte";
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
