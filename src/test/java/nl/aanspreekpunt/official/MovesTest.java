package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the file says that work goes whose topic or team is no more. */
class MovesTest {
  private static Moves moved(String entries) throws DirectoryRefused {
    return DirectoryFile.read(
            Voorbeeldstad.yaml() + "moved:\n" + entries.indent(2), Voorbeeldstad.SETTINGS)
        .moves();
  }

  private static void refused(String entries, String line) {
    assertThatThrownBy(() -> moved(entries)).hasMessageContaining(line);
  }

  @Test
  void theFirstEntryThatFitsDecidesAndAMoveOnIsFollowed() throws Exception {
    Moves moves =
        moved(
            """
            - { topic: parken, to: straat-en-groen, neighbourhoods: [centrum] }
            - { topic: parken, to: groen, officials: [ravi.ramdin] }
            - { topic: parken, to: afval }
            - { topic: groen, to: parkeren }
            - { team: stad, to: wonen }
            """);
    assertThat(moves.of(Moves.What.TOPIC, "parken", "centrum", "ravi.ramdin"))
        .contains("straat-en-groen");
    assertThat(moves.of(Moves.What.TOPIC, "parken", "duinzicht", "ravi.ramdin"))
        .contains("parkeren");
    assertThat(moves.of(Moves.What.TOPIC, "parken", null, null)).contains("afval");
    assertThat(moves.of(Moves.What.TOPIC, "afval", null, null)).isEmpty();
    assertThat(moves.of(Moves.What.TOPIC, null, null, null)).isEmpty();
    assertThat(moves.of(Moves.What.TEAM, "stad", null, null)).contains("wonen");
    assertThat(moves.of(Moves.What.TEAM, "parken", null, null)).isEmpty();
    assertThat(moves.formerly("parkeren")).containsExactlyInAnyOrder("groen", "parken");
    assertThat(moves.formerly("burgerzaken")).isEmpty();
    assertThat(moves.formerly(null)).isEmpty();
  }

  @Test
  void whatCannotBeMovedIsSaidWithItsPlace() {
    refused("- { topic: afval, to: parkeren }", "moved[0].topic: 'afval' is still there");
    refused("- { topic: parken, to: vijvers }", "moved[0].to: there is no topic 'vijvers'");
    refused("- { topic: parken, to: wonen }", "moved[0].to: there is no topic 'wonen'");
    refused("- { to: parkeren }", "either a topic or a team");
    refused("- { topic: parken, team: stad, to: parkeren }", "either a topic or a team");
    refused(
        "- { topic: parken, to: afval, neighbourhoods: [centrum] }",
        "where the rest of 'parken' goes is expected too");
    refused(
        "- { topic: parken, to: afval, neighbourhoods: [mars] }\n- { topic: parken, to: afval }",
        "there is no neighbourhood 'mars'");
    refused(
        "- { topic: parken, to: vijvers }\n- { topic: vijvers, to: parken }",
        "a topic that is there is expected at the end");
  }

  @Test
  void aFeedMayStillNameWhatIsNoMore() throws Exception {
    Moves moves = moved("- { topic: parken, to: afval }\n- { team: stad, to: wonen }");
    Fed said =
        new Fed(
            "a",
            null,
            null,
            "stad",
            null,
            null,
            null,
            List.of("parken", "afval"),
            null,
            null,
            null,
            null,
            null,
            null);
    Fed after = said.after(moves);
    assertThat(after.team()).isEqualTo("wonen");
    assertThat(after.topics()).containsExactly("afval");
  }
}
