package nl.aanspreekpunt.casework.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void whatIsKnownIsFilledInAndTheRestStaysToBeFilledInByHand() {
    String filled =
        Placeholders.filled(
            "Dag {Naam}, over { nummer }: {termijn}. {my name}",
            Map.of(
                Placeholders.NAME,
                "Bo $1",
                Placeholders.NUMBER,
                "12",
                Placeholders.MY_NAME,
                "Els"));

    assertThat(filled).isEqualTo("Dag Bo $1, over 12: {termijn}. Els");
    assertThat(Placeholders.left(filled)).containsExactly("{termijn}");
  }

  @Test
  void whatMeansNothingIsUnknownAndIsNotTakenForSomethingLeftOpen() {
    String text = "Dag {naam}, {zaak} en {a\nb} en {}";

    assertThat(Placeholders.unknown(text)).containsExactly("{zaak}");
    assertThat(Placeholders.left(text)).containsExactly("{naam}");
    assertThat(Placeholders.left(null)).isEmpty();
  }

  @Test
  void aTextIsInTheCitizensLanguageWhereItIsThere() {
    StandardText.Version both = new StandardText.Version("Groet", "Dag", "Hello", NOW, "jan");
    StandardText.Version dutch = new StandardText.Version("Groet", "Dag", null, NOW, "jan");

    assertThat(both.in("en")).isEqualTo("Hello");
    assertThat(both.in("nl")).isEqualTo("Dag");
    assertThat(dutch.in("en")).isEqualTo("Dag");
  }

  @Test
  void howATextWasStaysUpToTwentyTimesBack() {
    StandardText text =
        StandardText.made(
            "t", Keeper.EVERYBODY, new StandardText.Version("T", "0", null, NOW, "jan"));
    for (int i = 1; i <= 30; i++) {
      text = text.changed(new StandardText.Version("T", "" + i, null, NOW, "jan"));
    }

    assertThat(text.now().dutch()).isEqualTo("30");
    assertThat(text.earlier()).hasSize(20).first().extracting("dutch").isEqualTo("29");
    assertThat(text.changed(text.now())).isSameAs(text);
  }
}
