package nl.aanspreekpunt.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.official.Official;

/** Officials who do not exist, and addresses that lead nowhere. */
final class Fictional {
  static final String CASE = "V00RBEELD";
  private static final String DOMAIN = "@voorbeeld.invalid";
  private static final Map<String, Official> OFFICIALS =
      Map.of(
          "sanne", official("sanne", "Sanne Voorbeeld", "adviseur wonen", "+31101234567"),
          "omar", official("omar", "Omar Verzonnen", "wijkconsulent", "+31107654321"));

  private Fictional() {}

  static Optional<Official> official(String id) {
    return Optional.ofNullable(OFFICIALS.get(id));
  }

  private static Official official(String id, String name, String function, String phone) {
    String address = id + DOMAIN;
    return new Official(
        id,
        name,
        function,
        "voorbeeld",
        null,
        phone,
        address,
        address,
        List.of(),
        List.of(),
        null,
        1,
        null,
        Set.of(),
        null,
        null);
  }

  /** The same municipality. */
  static House house(House house) {
    return new House(
        house.municipality(), house.zone(), house.publicUrl(), new Nowhere(house.publicUrl()));
  }

  private record Nowhere(String publicUrl) implements Tokens {
    @Override
    public String replyAddress(String caseNumber, String recipient) {
      return "vraag" + DOMAIN;
    }

    @Override
    public String returnAddress(Outgoing entry) {
      return "retour" + DOMAIN;
    }

    @Override
    public String partnerAddress(String caseNumber, String consult) {
      return "partner" + DOMAIN;
    }

    @Override
    public String messageId(Outgoing entry) {
      return "<voorbeeld" + DOMAIN + ">";
    }

    @Override
    public String code(String nonce) {
      return "123456";
    }

    /** As long as a real one, which counts in a text message. */
    @Override
    public String followLink(Notice notice) {
      return publicUrl + "/v/" + CASE + "/1/voorbeeld00000000";
    }
  }
}
