package nl.aanspreekpunt;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a hub as it is put together, what officials are told waits for their own hours. */
class DigestHoursTest {
  private static final String SANNE = "sanne.vandijk";
  private static final String KWAME = "kwame.mensah";

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final Hands clock = new Hands(Instant.parse("2026-06-04T14:50:00Z"));

  /** Sanne works Monday to Thursday until five, and Kwame as their team does. */
  @Test
  void whatIsThereOnADayOffIsToldWhenTheyWorkAgain() throws Exception {
    Measures measures = new Measures();
    try {
      Hub hub = open(measures);
      clock.to(Instant.parse("2026-06-05T08:00:00Z"));
      for (String official : List.of(SANNE, KWAME)) {
        await(hub.outbox.add(List.of(told(official))));
      }

      await(hub.gathering.tick());
      assertThat(mailed(hub)).as("on Friday morning").containsExactly(KWAME);
      clock.to(Instant.parse("2026-06-08T06:29:00Z"));
      await(hub.gathering.tick());
      assertThat(mailed(hub)).as("a minute before she begins").containsExactly(KWAME);
      clock.to(Instant.parse("2026-06-08T06:30:00Z"));
      await(hub.gathering.tick());
      assertThat(mailed(hub)).containsExactlyInAnyOrder(KWAME, SANNE);
    } finally {
      measures.close();
    }
  }

  private Hub open(Measures measures) throws Exception {
    Config config =
        Config.of(
            Map.of(
                "data.dir", fixture.settings().dataDir().toString(),
                "relay.host", "127.0.0.1",
                "directory.file", Path.of("conf", "directory.yaml").toString()));
    return await(
        Hub.open(fixture.vertx(), config, clock, "http://hub.example", measures, fixture.store()));
  }

  private Outgoing told(String official) {
    Notice notice =
        new Notice(
            "absence-" + official,
            Notice.Kind.ABSENCE,
            Channel.DIGEST,
            official + "@werk.voorbeeldstad.example",
            official,
            null,
            "nl",
            Map.of("what", "uncovered", "about", KWAME, "page", "/werk/team"));
    return Outgoing.waiting("told." + official, notice, clock.instant());
  }

  /** Who has a mail waiting for the relay (official ids). */
  private static List<String> mailed(Hub hub) {
    return await(hub.outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .map(Outgoing::notice)
        .filter(one -> one.channel() == Channel.EMAIL)
        .map(Notice::official)
        .toList();
  }
}
