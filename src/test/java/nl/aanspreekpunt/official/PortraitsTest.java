package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitsTest {
  private final Directory directory = Voorbeeldstad.directory();

  @Test
  void everybodyHasAPortraitOfTheirOwnSmallEnoughForAMail() throws IOException {
    assertThat(directory.officials()).extracting(Official::portrait).doesNotHaveDuplicates();
    for (Official official : directory.officials()) {
      for (String name :
          List.of(official.portrait(), official.portrait().replace(".svg", ".png"))) {
        try (InputStream portrait = getClass().getResourceAsStream("/portraits/" + name)) {
          assertThat(portrait).as(name).isNotNull();
          assertThat(portrait.readAllBytes()).as(name).hasSizeBetween(500, 15_000);
        }
      }
    }
  }
}
