package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice.Kind;
import nl.aanspreekpunt.promise.Rung;
import org.junit.jupiter.api.Test;

class LettersTest {
  private final Letters letters = Town.letters();

  @Test
  void everyKindReadsWellInBothLanguagesWithEveryFactItMayHave() {
    for (Notice notice : all()) {
      Letter letter = letters.letter(entry(notice));
      String html = letters.html(letter);
      String about = notice.kind() + " " + notice.language() + " " + notice.facts();
      assertThat(letter.subject()).as(about).isNotBlank().doesNotContain("\r", "\n");
      assertThat(letter.text()).as(about).doesNotContain("{", "null");
      assertThat(html)
          .as(about)
          .contains("lang=\"" + notice.language() + "\"")
          .contains(hallmark(notice))
          .doesNotContain("{", "null", "<b>");
    }
  }

  /** What its reader is to find in it. */
  private static String hallmark(Notice notice) {
    return switch (notice.kind()) {
      case FORWARD -> "mailto:";
      case CODE -> "<strong>123456</strong>";
      case TEST -> notice.language().equals("nl") ? "Dit is een proef" : "This is a test";
      default -> "href=\"https://hub.voorbeeldstad.example/v/";
    };
  }

  @Test
  void theTextMessageFitsTwoSegmentsUnlessAPersonWroteMore() {
    for (Notice notice : all()) {
      boolean ownWords = notice.facts().containsKey("explanation") || notice.kind() == Kind.REPLY;
      if (!notice.toStaff() && notice.kind() != Kind.PARTNER && notice.kind() != Kind.FORWARD) {
        String text = letters.sms(entry(notice));
        assertThat(text)
            .doesNotContain("{", "null")
            .contains(
                switch (notice.kind()) {
                  case CODE -> "123456";
                  case TEST -> "Voorbeeldstad";
                  default -> "Samira El Amrani";
                });
        boolean longer = ownWords || notice.facts().containsKey("meanwhile");
        assertThat(SmsAlphabet.segments(text)).as(text).isLessThanOrEqualTo(longer ? 3 : 2);
      }
    }
  }

  @Test
  void whereOnlyWritingWasAgreedNoCallIsOffered() {
    for (Notice notice : all()) {
      if (notice.toStaff() || notice.kind() == Kind.PARTNER) {
        continue;
      }
      Map<String, String> facts = new TreeMap<>(notice.facts());
      facts.put(Notice.ONLY_BY, "WRITING DESK");
      Letter letter = letters.letter(entry(notice.with(facts)));
      assertThat(letter.text()).doesNotContain("010 123 4567");
      assertThat(letters.html(letter)).doesNotContain("tel:");
      if (notice.kind() == Kind.ACKNOWLEDGEMENT && notice.language().equals("nl")) {
        assertThat(letters.letter(entry(notice)).text()).contains("of bel 010 123 4567");
        assertThat(letter.text()).contains("Zo hebben wij contact: schriftelijk, aan de balie");
      }
    }
  }

  @Test
  void whoIsAskedWhetherTheyStillWantTheCallReadsWhatSilenceMeans() {
    Map<String, String> facts =
        Map.of("askCallback", "7K3M9P2QX-p2", "silentUntil", Town.DUE.toString());

    assertThat(letters.letter(entry(one(Kind.REPLY, "nl", facts))).text())
        .contains("Hoor ik vóór dinsdag 1 december 15:00 uur niets van u? Dan bel ik u niet meer.");
    assertThat(letters.letter(entry(one(Kind.REPLY, "en", facts))).text())
        .contains("If I hear nothing from you before Tuesday 1 December at 15:00");
    assertThat(letters.sms(entry(one(Kind.REPLY, "nl", facts)))).contains("Geen bericht voor ");
  }

  @Test
  void anAcknowledgementSaysWhoByWhenAndHowToReachThem() {
    Letter letter = letters.letter(Town.email("e", Kind.ACKNOWLEDGEMENT));

    assertThat(letter.sender()).isEqualTo("Samira El Amrani, Voorbeeldstad");
    assertThat(letter.subject()).isEqualTo("Re: Geen water [7K3M9P2QX]");
    assertThat(letter.text())
        .contains("Ik ben Samira El Amrani, adviseur wonen")
        .contains("vóór dinsdag 1 december 15:00 uur")
        .contains("010 123 4567")
        .contains("samira@voorbeeldstad.example")
        .contains("https://hub.voorbeeldstad.example/v/");
    assertThat(letters.html(letter)).contains("src=\"cid:picture\"", "tel:+31101234567");
  }

  @Test
  void whatAPersonWroteIsNotSaidToBeMadeByAMachine() {
    Map<String, String> no =
        Map.of("outcome", "REFUSED", "explanation", "Uw inkomen is te hoog voor deze regeling.");
    assertThat(letters.letter(entry(one(Kind.CLOSED, "nl", no))).text())
        .doesNotContain("automatisch")
        .contains("Samira El Amrani leest het");
    assertThat(letters.letter(Town.email("e", Kind.ACKNOWLEDGEMENT)).text())
        .contains("automatisch");
    Map<String, String> stays =
        Map.of("what", "STAYS", "rule", "De wachttijd", "text", "Anders wachten anderen langer.");
    assertThat(letters.letter(entry(one(Kind.CHAFED, "nl", stays))).text())
        .contains("Dit is waarom:\n\nAnders wachten")
        .doesNotContain("Samira El Amrani leest het");
  }

  @Test
  void whatIsNotPassedOnIsNotSaidToBe() {
    Map<String, String> alone =
        Map.of(
            "outcome", "NOT_OURS",
            "helper", "Vitens, De Wit, 0900",
            "promise", "ELSEWHERE",
            "due", Town.DUE.toString());
    assertThat(letters.letter(entry(one(Kind.CLOSED, "nl", alone))).text())
        .contains("neem zelf contact met hen op")
        .doesNotContain("Ik houd contact");
    Map<String, String> confirmed =
        Map.of("outcome", "NOT_OURS", "helper", "Vitens", "confirmed", "yes", "person", "Els Bos");
    assertThat(letters.letter(entry(one(Kind.CLOSED, "nl", confirmed))).text()).contains("Els Bos");
  }

  @Test
  void anInvitationSaysWhenAndWhereAndWhatWasAgreedStandsInLines() {
    assertThat(letters.letter(Town.email("e", Kind.APPOINTMENT)).text())
        .contains("Ik kom bij u op dinsdag 1 december 15:00 uur, tot 16:00 uur.")
        .contains("Waar: Kerkstraat 1")
        .contains("Deze afspraak past mij niet");
    assertThat(letters.sms(Town.sms("s", Kind.APPOINTMENT)))
        .containsPattern("Ik kom bij u op di 1 dec\\.? 15:00, tot 16:00");
    assertThat(letters.letter(Town.email("e", Kind.AGREEMENT)).text())
        .contains("Ik doe dit vóór dinsdag 1 december 15:00 uur: Ik stuur de aannemer");
  }

  @Test
  void whatToDoMeanwhileStandsInTheAcknowledgement() {
    Outgoing urgent =
        Town.email("e", Kind.ACKNOWLEDGEMENT, "meanwhile", "Haal water bij de buurt.");

    assertThat(letters.letter(urgent).text()).contains("Haal water bij de buurt.");
    assertThat(letters.html(letters.letter(urgent))).contains("Haal water bij de buurt.");
    assertThat(letters.sms(urgent)).contains("Haal water bij de buurt.");
  }

  @Test
  void findingOutWhoHelpsIsPromisedInTheFirstPerson() {
    Notice notice =
        Town.notice(
            Kind.ACKNOWLEDGEMENT, Channel.EMAIL, "jan@x.example", "en", "promise", "FIND_OUT");

    assertThat(letters.letter(entry(notice)).text())
        .contains("I find out who helps you and tell you before Tuesday 1 December at 15:00.");
  }

  @Test
  void whatIsLateIsSaidHonestlyWithTheNameOfWhoActs() {
    Outgoing acting =
        Town.email(
            "e",
            Kind.ACTING,
            "due",
            "2026-11-23T14:00:00Z",
            "insteadOf",
            "joost",
            "promise",
            "ANSWER");

    assertThat(letters.letter(acting).text())
        .contains("U zou vóór maandag 23 november 15:00 uur iets van ons horen.")
        .contains("Dat spijt ons.")
        .contains("Ik neem het daarom nu over van Joost")
        .doesNotContain("is er nu niet");
  }

  @Test
  void whoIsNotCalledHearsByWhenTheAnswerComesInstead() {
    Outgoing undone =
        Town.email("e", Kind.CALLBACK_ENDED, "how", "undone", "due", Town.DUE.toString());

    assertThat(letters.letter(undone).text())
        .contains("Daarom bel ik u niet.")
        .contains("U krijgt antwoord van mij vóór dinsdag 1 december 15:00 uur.");
    assertThat(letters.sms(undone)).contains("U krijgt antwoord voor di 1 dec");
  }

  @Test
  void aNoHasItsWhyAndOffersATalkAndWhoDoesHelpIsNamed() {
    String why = "Uw inkomen is te hoog voor deze regeling.";
    for (Outgoing no : List.of(closed("REFUSED", why), closed("NOT_OURS", why))) {
      assertThat(letters.letter(no).text())
          .contains(why, "Wilt u erover praten? Dat kan telefonisch of bij ons.");
      assertThat(letters.sms(no)).contains(why, "Erover praten?");
    }
    assertThat(letters.letter(closed("NOT_OURS", why)).text()).contains("Het waterschap");
    assertThat(letters.sms(closed("NOT_OURS", why))).contains("Het waterschap");
    assertThat(letters.letter(closed("GRANTED", why)).text()).doesNotContain("erover praten");
  }

  private static Outgoing closed(String outcome, String why) {
    String helper = outcome.equals("NOT_OURS") ? "Het waterschap" : "";
    return Town.email("e", Kind.CLOSED, "outcome", outcome, "explanation", why, "helper", helper);
  }

  @Test
  void staffReadNothingThatACitizenWrote() {
    for (Kind kind : List.of(Kind.LADDER, Kind.HANDED_OVER, Kind.WARNING)) {
      Letter letter = letters.letter(Town.email("e", kind));
      assertThat(letter.subject() + letter.text())
          .contains("7K3M9P2QX")
          .doesNotContain("Geen water", "vertrouwelijk", "jan@burger");
    }
  }

  @Test
  void aSubjectCannotCarryAHeader() {
    Outgoing entry =
        Town.email("e", Kind.REPLY, "subject", "re: RE: hoi\r\nBcc: all@x.example\u2028\u0000x");

    assertThat(letters.letter(entry).subject())
        .isEqualTo("Re: hoi Bcc: all@x.example x [7K3M9P2QX]");
  }

  @Test
  void aReplyThatIsTooLongForATextMessageEndsWithWhereToReadOn() {
    String text = letters.sms(Town.sms("e", Kind.REPLY, "text", "woord 😀 ".repeat(400)));

    assertThat(SmsAlphabet.segments(text)).isEqualTo(ShortMessage.MOST_SEGMENTS);
    assertThat(text)
        .contains("Lees verder: https://hub")
        .contains("Samira El Amrani")
        .doesNotContain("?");
  }

  @Test
  void aLongDecisionIsCutAtAWordAndItsOfficialIsNamedNevertheless() {
    String text =
        letters.sms(
            Town.sms(
                "e",
                Kind.CLOSED,
                "outcome",
                "REFUSED",
                "explanation",
                "De wet staat het niet toe. ".repeat(60)));

    assertThat(SmsAlphabet.segments(text)).isLessThanOrEqualTo(ShortMessage.MOST_SEGMENTS);
    assertThat(text)
        .containsPattern("(wet|staat|het|niet|toe\\.|De)(…|\\.\\.\\.) Lees verder: https");
    assertThat(text).contains("Samira El Amrani");
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndFacts() {
    Texts dutch = new Texts("nl");
    Texts english = new Texts("en");

    assertThat(english.keys()).isEqualTo(dutch.keys());
  }

  private static Outgoing entry(Notice notice) {
    return Outgoing.waiting("id", notice, Town.NOW);
  }

  /** Every kind, in both languages, with each of the facts that it may have. */
  @Test
  void oneNoticeForSeveralQuestionsSaysWhoseEachIs() {
    String cases = "7K3M9P2QX=samira 8ABCDEFGH=joost 9ABCDEFGH=samira";
    Outgoing mail = Town.email("e", Kind.NEW_OFFICIAL, "cases", cases);
    assertThat(letters.letter(mail).text())
        .contains("uw vragen met nummer 7K3M9P2QX, 9ABCDEFGH")
        .contains("Uw vraag met nummer 8ABCDEFGH is nu bij Joost")
        .contains("joost@voorbeeldstad.example");
    assertThat(letters.sms(Town.sms("s", Kind.NEW_OFFICIAL, "cases", cases)))
        .contains("8ABCDEFGH: Joost")
        .doesNotContain("9ABCDEFGH");
  }

  private static List<Notice> all() {
    List<Notice> all = new ArrayList<>();
    for (String language : List.of("nl", "en")) {
      for (Kind kind : Kind.values()) {
        all.add(one(kind, language));
      }
      for (String promise :
          List.of(
              "ANSWER",
              "CALLBACK",
              "DECISION",
              "FIND_OUT",
              "TALK",
              "UNDERTAKING",
              "ELSEWHERE",
              "FRICTION")) {
        all.add(one(Kind.ACKNOWLEDGEMENT, language, "promise", promise));
        all.add(one(Kind.PROMISED, language, "promise", promise));
        all.add(one(Kind.LATE, language, "promise", promise));
        all.add(one(Kind.ACTING, language, "promise", promise, "due", Town.DUE.toString()));
        all.add(one(Kind.NEW_OFFICIAL, language, "promise", promise, "due", Town.DUE.toString()));
        all.add(one(Kind.ACKNOWLEDGEMENT, language, "promise", promise, "left", "joost"));
        all.add(one(Kind.LADDER, language, "promiseKind", promise));
      }
      for (String how : List.of("PHONE", "DESK", "VISIT")) {
        for (String what : List.of("planned", "moved", "other", "off")) {
          all.add(one(Kind.APPOINTMENT, language, "how", how, "what", what));
          all.add(one(Kind.AGENDA, language, "how", how, "what", what));
        }
      }
      for (String what : List.of("planned", "off")) {
        all.add(one(Kind.AGENDA, language, "how", "TABLE", "what", what));
      }
      for (String what : List.of("consent-given", "consent-refused", "partner-late")) {
        all.add(one(Kind.WARNING, language, "what", what));
      }
      all.add(one(Kind.ASKED, language, "what", "moved"));
      all.add(one(Kind.PARTNER, language, "last", Town.DUE.toString()));
      for (String what : List.of("done", "off", "again")) {
        all.add(
            one(
                Kind.AGREEMENT,
                language,
                Map.of("what", what, "agreed", "", "words", "Ik bel", "due", Town.DUE.toString())));
      }
      for (String what : List.of("owner", "moved", "late", "TRIED", "CHANGED", "STAYS")) {
        all.add(one(Kind.CHAFED, language, "what", what, "from", "joost", "text", "Zo is het."));
      }
      for (String what : List.of("owner", "passed", "LOOKED_AT", "TRIED", "CHANGED", "STAYS")) {
        all.add(one(Kind.FRICTION, language, "what", what));
      }
      all.add(one(Kind.ADMINISTRATION, language, "what", "story"));
      for (String what : List.of("lapsed", "lifted", "objection", "objected", "upheld")) {
        all.add(
            one(
                Kind.CONTACT,
                language,
                "what",
                what,
                "promise",
                "ANSWER",
                "due",
                Town.DUE.toString()));
      }
      for (String way : List.of("PHONE", "VISIT")) {
        all.add(one(Kind.CONTACT, language, "ways", way));
      }
      all.add(one(Kind.LINKED, language, "what", "ended"));
      all.add(one(Kind.LINKED, language, "ask", "yes", "decide", "yes"));
      for (Rung.Does does : Rung.Does.values()) {
        all.add(one(Kind.LADDER, language, "does", does.name()));
      }
      for (nl.aanspreekpunt.casework.Outcome outcome : nl.aanspreekpunt.casework.Outcome.values()) {
        all.add(one(Kind.CLOSED, language, "outcome", outcome.name()));
        all.add(
            one(
                Kind.CLOSED,
                language,
                Map.of(
                    "outcome", outcome.name(), "explanation", "Zie de wet.", "helper", "Vitens")));
      }
      for (nl.aanspreekpunt.casework.Outcome outcome : nl.aanspreekpunt.casework.Outcome.values()) {
        all.add(one(Kind.CLOSED, language, whole(outcome.name())));
      }
      all.add(one(Kind.CLOSED, language, "outcome", "NOT_OURS", "helper", "V", "confirmed", "yes"));
      all.add(one(Kind.PROMISED, language, "notHelped", "yes", "promises", "ANSWER=" + Town.DUE));
      for (String what : List.of("elsewhere", "not-helped", "not-helped-call", "not-heard")) {
        all.add(one(Kind.WARNING, language, "what", what));
      }
      for (String how : List.of("talk", "withdrawn", "undone", "anything")) {
        all.add(one(Kind.CALLBACK_ENDED, language, "how", how));
        all.add(one(Kind.CALLBACK_ENDED, language, "how", how, "due", Town.DUE.toString()));
        all.add(one(Kind.CALLBACK_ENDED, language, "how", how, "due", "2026-11-01T10:00:00Z"));
      }
      all.add(one(Kind.ACKNOWLEDGEMENT, language, "actingFor", "joost", "meanwhile", "Bel 112."));
      all.add(one(Kind.REPLY, language, "askCallback", "7K3M9P2QX-p2"));
      all.add(one(Kind.NEW_OFFICIAL, language, "from", "joost", "reason", "ladder"));
      all.add(one(Kind.NEW_OFFICIAL, language, "from", "nobody", "due", "2026-11-01T10:00:00Z"));
      all.add(one(Kind.ACTING, language, "due", "2026-11-01T10:00:00Z", "promise", "CALLBACK"));
      all.add(one(Kind.WARNING, language, "what", "something-new"));
      all.add(one(Kind.REPLY, language, "subject", ""));
    }
    return all;
  }

  /** A decision with all that it can carry. */
  private static Map<String, String> whole(String outcome) {
    Map<String, String> facts = new java.util.TreeMap<>();
    facts.put("outcome", outcome);
    facts.put("explanation", "U woont er met z'n tweeën.");
    facts.put("rule", "Wie te klein woont gaat voor.");
    facts.put("alternative", "Vraag het volgend jaar opnieuw.");
    switch (outcome) {
      case "NOT_NOW" -> facts.put("changes", "In januari komt er geld.");
      case "NOT_OURS" ->
          facts.putAll(
              Map.of(
                  "helper", "Vitens, Mevrouw De Wit",
                  "forwarded", "yes",
                  "promise", "ELSEWHERE",
                  "due", Town.DUE.toString()));
      default -> facts.put("objection", Town.DUE.toString());
    }
    facts.put("talk", "Ik bel u dinsdag.");
    facts.put("spoken", "yes");
    facts.put("askHelped", "yes");
    return facts;
  }

  @Test
  void aDecisionSaysWhatItRestsOnWhatToDoNowUntilWhenToObjectAndAsksWhetherItHelped() {
    Outgoing no =
        Outgoing.waiting("e", one(Kind.CLOSED, "nl", whole("REFUSED")), Town.DUE.minusSeconds(1));

    assertThat(letters.letter(no).text())
        .contains(
            "Wij hebben hierover gesproken.",
            "Wie te klein woont gaat voor.",
            "Vraag het volgend jaar opnieuw.",
            "bezwaar maken tot en met dinsdag 1 december",
            "Ik bel u dinsdag.",
            "Bent u geholpen?",
            "?geholpen=ja",
            "?geholpen=nee");
    assertThat(letters.sms(no))
        .contains("Vraag het volgend jaar opnieuw.", "Bezwaar kan tot en met", "Antwoord 1 (ja)");
  }

  @Test
  void whatGoesToAnotherBodyHasTheCitizensWordsAndNoLinkToTheirPage() {
    Letter forward = letters.letter(Town.email("e", Kind.FORWARD));

    assertThat(forward.subject()).contains("Geen water");
    assertThat(forward.text())
        .contains("Geachte Mevrouw De Wit,", "Ik heb geen water.", "Antwoord op dit bericht")
        .doesNotContain("/v/", "Volg");
  }

  private static Notice one(Kind kind, String language, String... facts) {
    return Town.notice(kind, Channel.EMAIL, "jan@burger.example", language, facts);
  }

  private static Notice one(Kind kind, String language, Map<String, String> facts) {
    return one(
        kind,
        language,
        facts.entrySet().stream()
            .flatMap(fact -> List.of(fact.getKey(), fact.getValue()).stream())
            .toArray(String[]::new));
  }
}
