package nl.aanspreekpunt.casework.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnReasonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Op grond van artikel 4:5 Awb.",
        "Op grond van artikel 4:5, eerste lid, aanhef en onder c, van de Algemene wet bestuursrecht.",
        "Conform het beleid van de gemeente.",
        "Conform vigerend beleid en geldende regelgeving.",
        "U voldoet niet aan de voorwaarden.",
        "U voldoet helaas niet aan de gestelde eisen.",
        "Uw aanvraag is afgewezen conform de geldende regels.",
        "Gelet op het bepaalde in artikel 2.1 lid 3 Wabo juncto artikel 7 Bbl wordt uw aanvraag geweigerd.",
        "Ingevolge de Huisvestingsverordening komt u niet in aanmerking.",
        "Dit valt niet onder de Wet maatschappelijke ondersteuning 2015.",
        "Helaas moeten wij uw verzoek afwijzen op basis van de regeling.",
        "Op basis van de Participatiewet heeft u geen recht op bijstand.",
        "Krachtens art. 13 lid 1 sub b Pw kan uw aanvraag niet worden ingewilligd.",
        "Wij kunnen uw verzoek helaas niet honoreren.",
        "Zie artikel 12 van de beleidsregels.",
        "Strijd met het bestemmingsplan en het omgevingsplan.",
        "De wet biedt daarvoor geen grond, derhalve wordt de aanvraag afgewezen.",
        "Het is wettelijk niet toegestaan.",
        "Pursuant to article 4:5 of the General Administrative Law Act.",
        "You do not meet the requirements.",
        "Unfortunately your application does not meet the conditions of the policy.",
        "We regret to inform you that your request is denied under section 12(3).",
        "In accordance with current legislation this is not permitted.",
        "Your application was rejected according to the rules.",
        "You are not eligible under the applicable regulations.",
        "De regels staan het niet toe dus kunnen wij u helaas niet helpen met dit verzoek van u.",
        "Artikel 7 van de Huisvestingsverordening bepaalt dit zo.",
        "Het beleid van de gemeente laat dit niet toe en daar moeten wij ons aan houden.",
        "We are unable to help you because the rules do not allow it.",
        "Nee. Nee. Nee. Nee. Nee.",
        "12345678901234567890123",
        "........................."
      })
  void aBareReferenceOrAStockPhraseIsNoReason(String reason) {
    assertThat(OwnReason.in(reason)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Uw inkomen is hoger dan de regeling toelaat; bel mij gerust.",
        "U verdient samen 3.100 euro per maand. De toeslag stopt bij 2.700 euro.",
        "De schuur komt te dicht bij de straat. Zo staat het in het plan voor deze wijk.",
        "De lamp is van uw buren, niet van de gemeente.",
        "De verhuurder moet dit doen, niet de gemeente.",
        "U woont hier met z'n tweeën en heeft drie kamers. Urgentie is voor gezinnen die te klein wonen.",
        "Omdat de woning te groot is voor twee mensen.",
        "Op grond van artikel 4:5 Awb heb ik loonstroken nodig, en die kreeg ik twee keer niet van u.",
        "De boom is gezond en staat ver genoeg van uw dak; kappen mag alleen als hij gevaarlijk is.",
        "De regels staan het niet toe, omdat uw huis een monument is.",
        "U krijgt geen urgentie. Urgentie is voor gezinnen die op straat komen te staan.",
        "Wij hebben dit jaar geen geld meer voor isolatie van schuren.",
        "Uw paspoort is nog vier jaar geldig, dus een spoedpaspoort is niet nodig.",
        "The two of you live in a house with three rooms; the allowance is for larger families.",
        "Your neighbour owns the fence, so we cannot order its removal.",
        "Under the parking policy a second permit is for households with two cars; you have one.",
        "The sofa stood on private ground, where our truck may not enter."
      })
  void aReasonThatSaysSomethingOfThisQuestionIsOne(String reason) {
    assertThat(OwnReason.in(reason)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Nee.", "Art. 4.", "Te groot.", "   Omdat het zo is  "})
  void tooShortExplainsNothing(String reason) {
    assertThat(OwnReason.longEnough(reason)).isFalse();
    assertThat(OwnReason.in(reason)).isFalse();
  }

  @Test
  void whatSaysHardlyMoreThanTheRuleIsKnown() {
    assertThat(OwnReason.hardlyMoreThanARule("De regels staan het niet toe bij een monument."))
        .isTrue();
    assertThat(OwnReason.hardlyMoreThanARule("Uw huis is een monument en de gevel blijft."))
        .as("names no rule")
        .isFalse();
    assertThat(
            OwnReason.hardlyMoreThanARule(
                "Volgens de regels krijgt u niets: uw inkomen steeg in maart door uw nieuwe baan,"
                    + " en daarmee verdient uw gezin honderd euro te veel."))
        .isFalse();
  }

  @Test
  void nothingIsNoReasonAndALongOneTakesNoTime() {
    assertThat(OwnReason.longEnough(null)).isFalse();
    assertThat(OwnReason.in("artikel 1 ".repeat(100_000))).isFalse();
    assertThat(OwnReason.in("wet".repeat(500_000))).isFalse();
  }
}
