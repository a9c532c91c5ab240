package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.routing.learned.Content;
import nl.aanspreekpunt.routing.learned.Example;
import nl.aanspreekpunt.routing.learned.Sentences;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A topic is learned from cases that officials corrected, suggested, and confirmed in one act. */
class LearnedPagesTest {
  private static final String LEARNED = "/werk/geleerd";
  private final Workplace workplace =
      new Workplace(
          Voorbeeldstad.yaml(), Map.of("mail.trusted-authserv-id", "mx.voorbeeldstad.example"));

  @AfterEach
  void close() {
    workplace.close();
  }

  private void corrected(Example one) {
    Case asked = asked(one.id(), "Een vraag", one.text());
    await(
        workplace.casework.change(asked.id(), new Correcting(one.topic(), asked.official(), null)));
  }

  private Case asked(String who, String subject, String text) {
    return workplace.question(who + "@example.org", who, subject, text, null);
  }

  /** A keyword names another topic than was learned; certainly from who it says, or not. */
  private Case named(String who, String dmarc) {
    return workplace.mail(
        who + "@example.org",
        """
        Authentication-Results: mx.voorbeeldstad.example; dmarc=%s header.from=example.org
        From: %s@example.org
        To: info@voorbeeldstad.example
        Subject: Alweer
        Message-ID: <%s@example.org>

        Alle zakken staan naast de volle bak, mijn paspoort zit erin.
        """
            .formatted(dmarc, who, who));
  }

  @Test
  void anAdministratorMeasuresAndTurnsItOnAndAnOfficialConfirmsWhatItSuggestsInOneAct() {
    Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");
    String before = thomas.get(LEARNED).body();
    Visitor.Answer early = thomas.post(LEARNED, Map.of("on", "yes"));
    Sentences.some(170).forEach(this::corrected);
    Stream.of("an", "bo", "cas", "dee")
        .map(who -> new Example(who, who, "Een dwangbevel van de bak", "schuldhulp"))
        .forEach(this::corrected);
    Case off = asked("ot", "Alweer", "Alle zakken staan naast de volle bak.");
    thomas.get(LEARNED);
    Visitor.Answer measured = thomas.post(LEARNED + "/meten", Map.of());
    String figures = thomas.get(LEARNED).body();
    thomas.post(LEARNED, Map.of("on", "yes"));
    String on = thomas.get(LEARNED).body();

    Case one = asked("els", "Alweer", "Alle zakken staan naast de volle bak.");
    Case known = named("ed", "pass");
    Case doubtful = named("fay", "fail");
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String path = "/werk/vragen/" + one.id();
    String shown = official.get(path).body();
    Visitor.Answer done = official.post(path + "/plaats", Map.of("act", "topic", "topic", "afval"));
    Case after = workplace.found(one.id());

    assertThat(before).contains("Het staat uit", "Er is nog niets gemeten");
    assertThat(early.status()).isEqualTo(422);
    assertThat(off.route().suggestion()).isNull();
    assertThat(measured.location()).contains("gedaan=gemeten");
    assertThat(figures).contains("Beter dan de trefwoorden", "Het staat uit", "Zet aan");
    assertThat(Content.of(workplace.store, 1)).contains("zakken").doesNotContain("dwangbevel");
    assertThat(on).contains("Het staat aan, met versie v1, aangezet door Thomas Bakker");
    assertThat(one.topic()).as("it decides nothing").isNull();
    assertThat(one.route().rule()).isEqualTo("intake-duty");
    assertThat(shown)
        .contains("Geleerd voorstel v1: misschien gaat dit over Afval", "Dit is het onderwerp");
    assertThat(List.of(known.topic(), doubtful.topic()))
        .as("the keywords decide")
        .containsOnly("burgerzaken");
    assertThat(known.route().uncertain()).isFalse();
    assertThat(known.route().suggestion()).isNull();
    assertThat(doubtful.route().uncertain()).isTrue();
    assertThat(doubtful.route().suggestion().topic()).isEqualTo("afval");
    Visitor theirs = Visitor.loggedIn(workplace, doubtful.official());
    assertThat(theirs.get("/werk/vragen/" + doubtful.id()).body())
        .contains("Geleerd voorstel v1: misschien gaat dit over Afval");
    assertThat(done.location()).contains("gedaan=plaats");
    assertThat(after.topic()).isEqualTo("afval");
    assertThat(after.correctedAt()).isNotNull();
    assertThat(Visitor.loggedIn(workplace, after.official()).get(path).body())
        .doesNotContain("Dit is het onderwerp");
    assertThat(Visitor.loggedIn(workplace, "samira.elamrani").get(LEARNED).status()).isEqualTo(403);
  }
}
