package nl.aanspreekpunt.official;

import static nl.aanspreekpunt.promise.PromiseKind.ANSWER;
import static nl.aanspreekpunt.promise.PromiseKind.CALLBACK;
import static nl.aanspreekpunt.promise.PromiseKind.DECISION;
import static nl.aanspreekpunt.promise.PromiseKind.FIND_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormRulesTest {
  private static final String WRITTEN =
      """
      norms:
        default: { answer: P3D, callback: P1D, silence: P2W }
        afval: { answer: P1D, decision: P4W }
        rules:
          - { topic: afval, channel: sms, answer: PT4H }
          - { team: wonen, answer: PT8H, callback: PT2H }
          - { class: complaint, answer: P5D, decision: P10W }
          - { class: formal, extension: { by: P6W, times: 2 } }
          - { channel: sms, find-out: PT1H }
          - { class: callback, callback: PT3H }
      """;

  private static NormRules read(String yaml) throws DirectoryRefused {
    Section file = DirectoryYaml.read("directory.yaml", yaml);
    NormRules rules = NormReader.norms(file.sectionOrNull("norms"));
    file.mistakes().check();
    return rules;
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4} {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-,     -,      -,     QUESTION,  ANSWER,   P3D,  the default",
        "afval, buiten, email, QUESTION,  ANSWER,   P1D,  the topic's",
        "afval, buiten, sms,   QUESTION,  ANSWER,   PT4H, topic and channel together",
        "afval, buiten, email, QUESTION,  CALLBACK, P1D,  what a topic does not say is the default's",
        "-,     wonen,  email, QUESTION,  ANSWER,   PT8H, the team's",
        "-,     wonen,  email, COMPLAINT, ANSWER,   PT8H, the first rule that fits",
        "-,     buiten, email, COMPLAINT, ANSWER,   P5D,  the class's",
        "-,     buiten, email, COMPLAINT, DECISION, P10W, with a committee (Awb 9:11)",
        "afval, buiten, email, FORMAL,    DECISION, P8W,  the law goes before a topic (Awb 4:13)",
        "afval, buiten, email, QUESTION,  DECISION, P4W,  the topic's",
        "-,     buiten, email, QUESTION,  DECISION, P3D,  without one the answer's",
        "-,     buiten, sms,   QUESTION,  FIND_OUT, PT1H, the channel's",
        "-,     buiten, email, QUESTION,  FIND_OUT, PT4H, what is not written is usual",
        "-,     buiten, web,   CALLBACK,  CALLBACK, PT3H, a request to be called and nothing else"
      })
  void theFirstThatSaysSomethingHolds(
      String topic,
      String team,
      String channel,
      LegalClass legal,
      PromiseKind kind,
      String norm,
      String why)
      throws DirectoryRefused {
    assertThat(read(WRITTEN).of(kind, new Matter(topic, team, channel, legal)))
        .as(why)
        .isEqualTo(Norm.parse(norm));
  }

  @Test
  void theLawHoldsWhereNothingIsWritten() throws DirectoryRefused {
    NormRules nothing = NormReader.norms(null);
    Matter complaint = new Matter(null, null, null, LegalClass.COMPLAINT);
    assertThat(nothing.of(DECISION, complaint)).isEqualTo(Norm.parse("P6W"));
    assertThat(nothing.extension(complaint)).contains(new Extension(Norm.parse("P4W"), 1));
    assertThat(nothing.extension(Matter.about("afval", "buiten"))).isEmpty();
    assertThat(nothing.silence(complaint)).isEqualTo(Norm.parse("P10D"));
    assertThat(List.of(ANSWER, CALLBACK, FIND_OUT))
        .allSatisfy(kind -> assertThat(nothing.of(kind, complaint)).isNotNull());
  }

  @Test
  void anExtensionAndSilenceAreAsWritten() throws DirectoryRefused {
    NormRules rules = read(WRITTEN);
    Matter formal = new Matter(null, null, null, LegalClass.FORMAL);
    assertThat(rules.extension(formal)).contains(new Extension(Norm.parse("P6W"), 2));
    assertThat(rules.silence(formal)).isEqualTo(Norm.parse("P2W"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules: [{ class: objection, answer: P1D }] | norms.rules[0].class: one of question,",
        "rules: [{ channel: fax, answer: P1D }] | norms.rules[0].channel: one of email, sms,",
        "rules: [{ answr: P1D }] | norms.rules[0].answr: this key is not known",
        "default: { extension: { by: P20D, times: 1 } } | norms.default.extension.by: days on the",
        "default: { extension: { by: P4W, times: 0 } } | norms.default.extension.times: a whole",
        "default: { decision: P0W } | norms.default.decision: 'P0W' is no time at all"
      })
  void eachMistakeIsNamed(String norms, String expected) {
    assertThatThrownBy(() -> read("norms: { " + norms + " }"))
        .hasMessageStartingWith("directory.yaml: " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "closed: [2026-02-30] | holidays.closed[0]: '2026-02-30'? 2026-12-24, or 12-31 for each year",
        "closed: [tomorrow] | holidays.closed[0]: 'tomorrow'?",
        "bridge-days: some | holidays.bridge-days: true or false is expected",
        "bridge: true | holidays.bridge: this key is not known"
      })
  void aClosingDayThatIsNoneIsNamed(String holidays, String expected) throws DirectoryRefused {
    Section file = DirectoryYaml.read("directory.yaml", "holidays: { " + holidays + " }");
    NormReader.holidays(file.sectionOrNull("holidays"));
    assertThatThrownBy(() -> file.mistakes().check())
        .hasMessageStartingWith("directory.yaml: " + expected);
  }

  @Test
  void aPrinciplesUrgencyRunsDayAndNightSoNotOnTheCalendar() {
    assertThatThrownBy(
            () ->
                DirectoryFile.read(
                    Voorbeeldstad.yaml().replace("urgency: PT4H", "urgency: P1W"),
                    Voorbeeldstad.SETTINGS))
        .hasMessageContaining("principle.urgency: hours are expected");
  }
}
