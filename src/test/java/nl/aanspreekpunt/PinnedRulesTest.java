package nl.aanspreekpunt;

import static nl.aanspreekpunt.Mailroom.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.PinUse;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.outbox.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a coordinator pinned, over the whole pipeline. */
class PinnedRulesTest {
  private static final String EVA = "eva@burger.example";
  private static final String JAN = "jan.devries";
  private static final String SAMIRA = "samira.elamrani";
  private Mailroom room;

  @BeforeEach
  void open() {
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Pin pinned(Pin pin) {
    return await(room.hub.directories.pin(pin, null)).pins().get(0);
  }

  private Pin.Facts about() {
    return new Pin.Facts("huur-en-onderhoud", null, EVA, "Huur");
  }

  private Pin to(String official, String organisation, String word, boolean first) {
    return pin(official, null, organisation, word, false, first);
  }

  private Pin pin(
      String official, String topic, String organisation, String word, boolean not, boolean first) {
    Instant now = room.clock.instant();
    return new Pin(
        "",
        topic,
        null,
        organisation,
        word,
        official,
        not,
        first,
        now,
        null,
        "Kent dit gebouw",
        JAN,
        now,
        null);
  }

  @Test
  void aPinnedOfficialGetsWhatItNamesAndTheEvidenceNamesThePin() {
    Pin pin = pinned(to(JAN, "bedrijf.nl", "lift", false));
    Came came = room.mail("ans@post.bedrijf.nl").says("De lift staat stil", "Huur.");
    Came other = room.mail("ans@post.bedrijf.nl").says("De lifter", "Huur.");
    Came stranger = room.mail(EVA).says("De lift staat stil", "Huur.");

    assertThat(pin.id()).startsWith("pin-");
    assertThat(came.rule()).isEqualTo("pinned");
    assertThat(came.official()).isEqualTo(JAN);
    assertThat(came.match().evidence())
        .isEqualTo(new Evidence.Pinned(pin.id(), JAN, JAN, "Kent dit gebouw"));
    assertThat(came.match().pins()).containsExactly(new PinUse(pin.id(), JAN, PinUse.How.FOLLOWED));
    assertThat(came.one().topic()).isEqualTo("huur-en-onderhoud");
    assertThat(other.rule()).as("only whole words").isEqualTo("topic");
    assertThat(stranger.rule()).as("all must fit").isEqualTo("topic");
  }

  @Test
  void anAnswerToACaseStaysThereAndTheStandingOfficialGoesBeforeUnlessThePinSaysOtherwise() {
    Came running = room.mail(EVA).says("Huur", "Te hoog.");
    await(room.hub.identities.setStanding(running.one().citizen(), null, "pieter.hoekstra"));
    pinned(to(JAN, null, "huur", false));
    Came again = room.mail(EVA).says("Re: Huur", "Nog iets.");
    Came standing = room.mail(EVA).says("De huur is weer hoger", "Hallo.");
    pinned(to(JAN, null, "huur", true));
    Came first = room.mail(EVA).says("Die huur toch", "Hallo.");

    assertThat(again.number()).isEqualTo(running.number());
    assertThat(standing.rule()).isEqualTo("standing-official");
    assertThat(first.rule()).isEqualTo("pinned");
    assertThat(first.official()).isEqualTo(JAN);
  }

  @Test
  void whoIsKeptAwayByAPinIsNotWeighed() {
    Pin pin = pinned(pin(SAMIRA, "huur-en-onderhoud", null, null, true, false));
    Came came = room.mail(EVA).says("Huur", "Te hoog.");

    assertThat(came.official()).isEqualTo(JAN);
    assertThat(came.match().choice().orElseThrow().candidates())
        .extracting(Candidate::official)
        .doesNotContain(SAMIRA);
    assertThat(came.match().pins())
        .containsExactly(new PinUse(pin.id(), SAMIRA, PinUse.How.KEPT_AWAY));
  }

  @Test
  void aRuleThatSaysOtherwiseAndGoesFirstIsFollowedAndNobodyIsSaidToBeKeptAway() {
    Pin first = pinned(pin(SAMIRA, "huur-en-onderhoud", null, null, false, true));
    pinned(pin(SAMIRA, "huur-en-onderhoud", null, null, true, false));
    Came came = room.mail(EVA).says("Huur", "Te hoog.");

    assertThat(came.official()).isEqualTo(SAMIRA);
    assertThat(came.match().pins())
        .containsExactly(new PinUse(first.id(), SAMIRA, PinUse.How.FOLLOWED));
  }

  @Test
  void whatIsKeptFromWhoeverHasDutyGoesToSomebodyElseOfTheRota() {
    Pin pin = pinned(pin("meilin.chen", null, null, "idee", true, false));
    Came came = room.mail(EVA).says("Een idee", "Voor de gemeente.");

    assertThat(came.rule()).isEqualTo("intake-duty");
    assertThat(came.official()).isIn("thomas.bakker", "marijke.smit");
    assertThat(came.match().pins())
        .containsExactly(new PinUse(pin.id(), "meilin.chen", PinUse.How.KEPT_AWAY));
  }

  @Test
  void aPinWhoseOfficialIsAwayOrLeftFallsThroughVisiblyAndTheCoordinatorIsTold() {
    Pin pin = pinned(to(SAMIRA, null, "huur", false));
    Instant now = room.clock.instant();
    await(
        room.hub.directories.absent(
            new Absence(SAMIRA, now, now.plus(Duration.ofDays(3)), null, "", JAN)));
    Came away = room.mail(EVA).says("Huur", "Een.");
    room.departs(SAMIRA, JAN);
    Came left = room.mail("bas@burger.example").says("Huur", "Twee.");

    assertThat(away.rule()).isEqualTo("topic");
    assertThat(away.official()).isEqualTo(JAN);
    assertThat(away.match().pins())
        .containsExactly(new PinUse(pin.id(), SAMIRA, PinUse.How.ABSENT));
    assertThat(left.match().pins()).containsExactly(new PinUse(pin.id(), SAMIRA, PinUse.How.LEFT));
    assertThat(List.of(away.official(), left.official())).containsOnly(JAN);
    Notice told =
        await(room.hub.outbox.find(away.number() + ".1.warning-pin-" + JAN)).orElseThrow().notice();
    assertThat(told.facts()).containsEntry("what", "pin");
    assertThat(told.official()).isEqualTo(JAN);
  }

  @Test
  void aPinHoldsFromItsDayUntilItsEndOrUntilItIsRevokedWithAReasonAndAllStandsInTheHistory() {
    Instant now = room.clock.instant();
    Pin week =
        new Pin(
            "",
            null,
            null,
            null,
            "huur",
            JAN,
            false,
            false,
            now.plus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(3)),
            "Proef",
            JAN,
            now,
            null);
    Pin pin = pinned(week);
    Came before = room.mail(EVA).says("Huur een", "Hallo.");
    room.clock.forward(Duration.ofDays(2));
    Came during = room.mail("b@burger.example").says("Huur twee", "Hallo.");
    await(room.hub.directories.unpin(pin.id(), JAN, "Klaar"));
    Came after = room.mail("c@burger.example").says("Huur drie", "Hallo.");

    assertThat(before.rule()).isEqualTo("topic");
    assertThat(during.rule()).isEqualTo("pinned");
    assertThat(after.rule()).isEqualTo("topic");
    Pin kept = room.hub.directories.current().pins().get(0);
    assertThat(kept.revoked().reason()).isEqualTo("Klaar");
    assertThat(kept.fits(about(), room.clock.instant())).isFalse();
    assertThat(await(room.hub.directories.changes(2)))
        .extracting(DirectoryChange::what)
        .containsExactly(DirectoryChange.What.UNPINNED, DirectoryChange.What.PINNED);
  }

  @Test
  void aPinThatNamesNobodyWhoWorksHereOrNothingAtAllIsRefused() {
    assertThatThrownBy(() -> pinned(to("niemand", null, "huur", false)))
        .hasRootCauseInstanceOf(DirectoryRefused.class);
    assertThatThrownBy(() -> pinned(to(JAN, null, null, false)))
        .hasRootCauseInstanceOf(DirectoryRefused.class);
  }
}
