package nl.aanspreekpunt.outbox.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.outbox.House;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.OwnWords;
import nl.aanspreekpunt.outbox.Sample;
import nl.aanspreekpunt.outbox.Samples;
import nl.aanspreekpunt.outbox.SmsAlphabet;
import org.junit.jupiter.api.Test;

/** What a municipality may say in its own words, and what may not be lost in them. */
class TextCheckTest {
  static final Letters LETTERS = letters();
  static final TextCheck CHECK = new TextCheck(LETTERS, new Samples(LETTERS));

  private static Letters letters() {
    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    House house = new House("Voorbeeldstad", zone, "https://hub.voorbeeldstad.example", null);
    return new Letters(id -> Optional.empty(), house, file -> Optional.empty());
  }

  private static List<TextMistake> of(String key, String text) {
    return CHECK.of(key, "nl", text);
  }

  private static List<String> codes(String key, String text) {
    return of(key, text).stream().map(TextMistake::code).toList();
  }

  @Test
  void theProgramsOwnTextsAreRight() {
    for (String key : CHECK.samples().keys()) {
      for (String language : List.of("nl", "en")) {
        assertThat(CHECK.of(key, language, LETTERS.texts(language).program(key)))
            .as("%s %s", language, key)
            .isEmpty();
      }
    }
  }

  @Test
  void aFactThatTheTextDoesNotHaveIsNamedWithThoseItMayHave() {
    assertThat(of("promise.ANSWER", "Antwoord vóór {termijn}, {due}."))
        .containsExactly(new TextMistake("unknown", "{termijn}", "{due}"));
    assertThat(of("who", "Ik ben {name}, bel {phone}."))
        .containsExactly(new TextMistake("unknown", "{phone}", "{function} {municipality} {name}"));
  }

  @Test
  void whoAndByWhenCannotBeLost() {
    assertThat(of("promise.ANSWER", "U krijgt snel antwoord."))
        .containsExactly(new TextMistake("missing", "{due}", ""));
    assertThat(of("who", "U wordt geholpen door {municipality}."))
        .containsExactly(new TextMistake("missing", "{name}", ""));
    assertThat(of("sms.follow", "Volg uw vraag."))
        .containsExactly(new TextMistake("missing", "{link}", ""));
    assertThat(of("CLOSED.objection", "U kunt bezwaar maken."))
        .containsExactly(new TextMistake("missing", "{objection}", ""));
    assertThat(of("subject", "Uw vraag"))
        .containsExactly(new TextMistake("missing", "{case} {subject}", ""));
    assertThat(of("who", "Mijn naam is {name}.")).isEmpty();
  }

  @Test
  void whatACitizenAnswersWithStaysInTheQuestion() {
    assertThat(of("sms.CLOSED.helped", "Bent u geholpen? Antwoord 1 of 2: {link}"))
        .containsExactly(new TextMistake("answer", "3", ""));
    assertThat(CHECK.of("sms.PRINCIPLE.which", "en", "Which case? Tell us its number."))
        .containsExactly(new TextMistake("answer", "YES", ""));
  }

  @Test
  void bracesThatAreNoFactAreSaid() {
    assertThat(codes("greeting", "Dag {,")).containsExactly("brace");
    assertThat(codes("who", "Ik ben {name}. {onze naam}")).containsExactly("brace");
  }

  /** As a telephone finds a link in a message, and the hub a number in an answer. */
  @Test
  void aLinkAndANumberStandByThemselves() {
    assertThat(codes("sms.follow", "Volg uw vraag op {link}.")).containsExactly("stuck");
    assertThat(codes("sms.follow", "Volgen:{link}")).containsExactly("stuck");
    assertThat(codes("sms.follow", "Volg via {link} uw vraag.")).isEmpty();
    assertThat(codes("subject", "{subject} nr{case}")).containsExactly("stuck");
    assertThat(codes("subject", "{subject}{case}")).containsExactly("stuck");
    assertThat(codes("subject", "Over {subject} ({case})")).isEmpty();
    assertThat(codes("CODE.code", "De code is {code}.")).isEmpty();
  }

  @Test
  void nothingHiddenComesIntoALetterAndNoHeaderIntoASubject() {
    assertThat(codes("subject", "{subject} [{case}]\r\nBcc: allen@x.example"))
        .containsExactly("subject-line");
    assertThat(codes("greeting", "Dag,\nBeste lezer,")).containsExactly("line");
    for (String hidden : List.of("\u0000", "\u001b", "\u202e", "\u2028", "\u200b", "\ud800")) {
      assertThat(codes("greeting", "Dag" + hidden + ","))
          .as("%x", (int) hidden.charAt(0))
          .isNotEmpty();
    }
    assertThat(codes("greeting", "Dag\u00a0lezer – 👋,")).isEmpty();
  }

  @Test
  void tooLongIsSaidWithHowLongItMayBe() {
    assertThat(of("greeting", "a".repeat(601)))
        .containsExactly(new TextMistake("long", "601", "600"));
    assertThat(of("CODE.subject", "a".repeat(81)))
        .containsExactly(new TextMistake("long", "81", "80"));
  }

  @Test
  void aTextMessageStaysWithinItsPartsAndItsAlphabet() {
    assertThat(of("sms.NEW_OFFICIAL", "Ik help u nu met uw vraag. ".repeat(14)))
        .containsExactly(new TextMistake("parts", "4", "3"));
    assertThat(of("sms.NEW_OFFICIAL", "Ik help u nu 👋 “echt”"))
        .containsExactly(new TextMistake("dear", "👋", ""));
    assertThat(of("sms.NEW_OFFICIAL", "Ik help ú nu – “echt”")).isEmpty();
  }

  /** Each alone is short enough; together they would cut the link off. */
  @Test
  void ownTextsThatEachFitStayShortTogether() {
    OwnWords words = OwnWords.NONE;
    int kept = 0;
    for (String key : CHECK.samples().keys()) {
      String text = LETTERS.texts("nl").program(key) + " Wij doen ons best voor u.".repeat(4);
      if (key.startsWith("sms.") && CHECK.of(key, "nl", text, words).isEmpty()) {
        words = words.with("nl", key, text);
        kept++;
      }
    }
    assertThat(kept).isGreaterThan(5);
    for (String key : CHECK.samples().keys()) {
      for (Sample sample : CHECK.samples().of(key)) {
        if (sample.sms()) {
          int before = SmsAlphabet.segments(LETTERS.fictional(OwnWords.NONE).sms(sample.in("nl")));
          int parts = SmsAlphabet.segments(LETTERS.fictional(words).sms(sample.in("nl")));
          assertThat(parts).as("%s", sample).isLessThanOrEqualTo(Math.max(3, before));
        }
      }
    }
  }
}
