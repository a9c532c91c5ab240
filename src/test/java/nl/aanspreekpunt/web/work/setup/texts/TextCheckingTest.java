package nl.aanspreekpunt.web.work.setup.texts;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.House;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is typed is checked beside the event loop, once for the errors and the page together. */
class TextCheckingTest {
  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  private record Seen(boolean atOnce, TextForm.Checked checked) {}

  private static Letters letters() {
    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    House house = new House("Voorbeeldstad", zone, "https://hub.voorbeeldstad.example", null);
    return new Letters(id -> Optional.empty(), house, file -> Optional.empty());
  }

  @Test
  void aTextMessageIsCheckedWhileItsEventLoopGoesOn() {
    Letters letters = letters();
    OwnTexts texts = await(OwnTexts.in(fixture.vertx(), fixture.store(), letters));
    TextChecking checking = new TextChecking(fixture.vertx(), letters, texts);
    Form typed =
        new Form(Map.of("dutch", "Volgen: {link} " + "a b c ".repeat(80), "english", "{link}"));
    Context loop = fixture.vertx().getOrCreateContext();
    Promise<Seen> seen = Promise.promise();
    loop.runOnContext(
        go -> {
          Future<TextForm.Checked> checked = checking.of(typed, "sms.follow");
          boolean atOnce = checked.isComplete();
          checked.map(found -> new Seen(atOnce, found)).onComplete(seen);
        });
    Seen came = await(seen.future());
    assertThat(came.atOnce()).isFalse();
    assertThat(came.checked().right("nl")).isFalse();
    assertThat(came.checked().right("en")).isTrue();
    assertThat(came.checked().errors(Wording.in("nl")))
        .singleElement()
        .satisfies(error -> assertThat(error.toString()).contains("dutch", "De sms wordt te lang"));
  }
}
