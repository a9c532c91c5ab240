package nl.aanspreekpunt.outbox;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Official;

/** Two officials and what the hub writes on their behalf. */
final class Town {
  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final Instant DUE = Instant.parse("2026-12-01T14:00:00Z");
  static final byte[] PORTRAIT = Portraits.MARK.bytes().getBytes();

  private static final Map<String, Official> OFFICIALS =
      Map.of(
          "samira",
          official("samira", "Samira El Amrani", "adviseur wonen", "samira.png", "+31101234567"),
          "joost",
          official("joost", "Joost \"de\" Vries <b>", "wijkconsulent", null, null));

  static final Portraits PORTRAITS =
      file ->
          Optional.ofNullable(file)
              .map(any -> new Portraits.Picture("image/png", Buffer.buffer(PORTRAIT)));

  static final Tokens TOKENS =
      new Tokens() {
        @Override
        public String code(String nonce) {
          return "123456";
        }

        @Override
        public String replyAddress(String caseNumber, String recipient) {
          return "vraag+" + caseNumber + "-sig@voorbeeldstad.example";
        }

        @Override
        public String returnAddress(Outgoing entry) {
          return "retour+" + entry.id().replace('/', '.') + "-sig@voorbeeldstad.example";
        }

        @Override
        public String partnerAddress(String caseNumber, String consult) {
          return "ruggespraak+" + caseNumber + "." + consult + "-sig@voorbeeldstad.example";
        }

        @Override
        public String messageId(Outgoing entry) {
          return "<" + entry.id().replace('/', '.') + "@voorbeeldstad.example>";
        }

        @Override
        public String followLink(Notice notice) {
          return "https://hub.voorbeeldstad.example/v/0123456789abcdefghijklmnop";
        }
      };

  private Town() {}

  static Letters letters() {
    return letters("https://hub.voorbeeldstad.example");
  }

  static Letters letters(String publicUrl) {
    House house = new House("Voorbeeldstad", ZoneId.of("Europe/Amsterdam"), publicUrl, TOKENS);
    return new Letters(id -> Optional.ofNullable(OFFICIALS.get(id)), house, PORTRAITS);
  }

  static Outgoing email(String id, Notice.Kind kind, String... facts) {
    return Outgoing.waiting(
        id, notice(kind, Channel.EMAIL, "jan@burger.example", "nl", facts), NOW);
  }

  static Outgoing sms(String id, Notice.Kind kind, String... facts) {
    return Outgoing.waiting(id, notice(kind, Channel.SMS, "+31612345678", "nl", facts), NOW);
  }

  static Notice notice(
      Notice.Kind kind, Channel channel, String to, String language, String... facts) {
    Map<String, String> all = new HashMap<>(factsOf(kind));
    for (int i = 0; i < facts.length; i += 2) {
      all.put(facts[i], facts[i + 1]);
    }
    return new Notice("to-1", kind, channel, to, "samira", "7K3M9P2QX", language, all);
  }

  /** The facts that a kind always has. */
  static Map<String, String> factsOf(Notice.Kind kind) {
    String due = DUE.toString();
    Map<String, String> facts = new HashMap<>();
    facts.put("subject", "Geen water");
    facts.put("link", "l1");
    switch (kind) {
      case ACKNOWLEDGEMENT ->
          facts.putAll(
              Map.of(
                  "promise", "ANSWER",
                  "due", due,
                  "inReplyTo", "<in-1@burger.example>",
                  "references", "<in-0@burger.example> <in-1@burger.example>"));
      case REPLY ->
          facts.putAll(
              Map.of(
                  "text",
                  "Dag Jan,\n\nMorgen komt er iemand. Bel 5 < 6 & 7.",
                  "inReplyTo",
                  "<in-1@burger.example>",
                  "references",
                  "<in-1@burger.example>"));
      case NEW_OFFICIAL -> facts.put("reason", "op verzoek van de inwoner");
      case INVITATION -> facts.put("why", "steady");
      case APPOINTMENT, AGENDA ->
          facts.putAll(
              Map.of(
                  "what", "planned",
                  "how", "VISIT",
                  "promise", "7K3M9P2QX-p2",
                  "at", due,
                  "end", DUE.plusSeconds(3600).toString(),
                  "place", "Kerkstraat 1, Voorbeeldstad; achterom",
                  "uid", "7K3M9P2QX-p2",
                  "sequence", "0"));
      case AGREEMENT ->
          facts.putAll(Map.of("what", "made", "agreed", due + " Ik stuur de aannemer"));
      case STEADY -> facts.put("met", "4");
      case ACTING -> facts.put("insteadOf", "joost");
      case CALLBACK_ENDED -> facts.putAll(Map.of("promise", "7K3M9P2QX-p2", "how", "talk"));
      case BETTER_MOMENT -> facts.put("promise", "7K3M9P2QX-p2");
      case CLOSED -> facts.put("outcome", "ANSWERED");
      case FORWARD ->
          facts.putAll(
              Map.of(
                  "text", "Ik heb geen water.",
                  "reason", "Het water is van het waterbedrijf.",
                  "person", "Mevrouw De Wit",
                  "citizen", "Jan Jansen, jan@x.example"));
      case PROMISED, LATE -> facts.putAll(Map.of("promise", "CALLBACK", "due", due));
      case RENEWED ->
          facts.putAll(
              Map.of(
                  "promise",
                  "DECISION",
                  "due",
                  due,
                  "was",
                  "2026-11-30T14:00:00Z",
                  "reason",
                  "Het advies laat op zich wachten."));
      case WENT_ON -> facts.putAll(Map.of("promise", "ANSWER", "due", due, "how", "silence"));
      case DIGEST ->
          facts.putAll(
              Map.of(
                  "lines", "2",
                  "0:kind", "WARNING",
                  "0:case", "7K3M9P2QX",
                  "0:fact:what", "undelivered",
                  "1:kind", "HANDED_OVER",
                  "1:case", "8ABCDEFGH",
                  "1:fact:from", "joost",
                  "1:fact:reason", "handover"));
      case PARTNER ->
          facts.putAll(
              Map.of(
                  "consult",
                  "r1",
                  "question",
                  "Staat er iets open?",
                  "partner",
                  "Els",
                  "due",
                  due));
      case ASKED ->
          facts.putAll(
              Map.of(
                  "what",
                  "asked",
                  "promise",
                  "7K3M9P2QX-p2",
                  "promiseKind",
                  "CONSULT",
                  "due",
                  due,
                  "from",
                  "joost"));
      case LADDER ->
          facts.putAll(
              Map.of(
                  "promise",
                  "7K3M9P2QX-p1",
                  "promiseKind",
                  "ANSWER",
                  "due",
                  due,
                  "does",
                  "REMIND"));
      case HANDED_OVER -> facts.putAll(Map.of("from", "joost", "reason", "vertrouwelijk"));
      case OFFER -> facts.putAll(Map.of("what", "offered", "from", "joost", "due", due));
      case ABSENCE ->
          facts.putAll(Map.of("what", "back", "about", "joost", "since", due, "page", "/werk"));
      case ADMINISTRATION ->
          facts.putAll(Map.of("what", "learned-off-too_few", "page", "/werk/geleerd"));
      case PRINCIPLE ->
          facts.putAll(
              Map.of(
                  "what",
                  "touched",
                  "principle",
                  "Geen gezin zonder water.",
                  "insteadOf",
                  "joost"));
      case BACKING -> facts.putAll(Map.of("what", "agreed", "from", "joost"));
      case CONTACT ->
          facts.putAll(
              Map.of(
                  "what", "agreed", "ways", "WRITING DESK", "last", due, "text", "U dreigde mij."));
      case TRIED ->
          facts.putAll(
              Map.of(
                  "of", "ACKNOWLEDGEMENT.helps",
                  "words", "Ik help u.",
                  "kind", "ACKNOWLEDGEMENT",
                  "sms", "false",
                  "fact:promise", "ANSWER",
                  "fact:due", due));
      case CODE -> facts.putAll(Map.of("nonce", "n", "minutes", "10", "goneAt", due));
      case TEST ->
          facts.putAll(
              Map.of("what", "round", "name", "[proef r1-1 1aaaaaaaaaaaaaaaa]", "goneAt", due));
      case ADDRESS -> facts.put("other", "…678");
      case CONSENT -> facts.put("helper", "Vitens (Mevrouw De Wit)");
      case LINKED -> facts.putAll(Map.of("what", "made", "other", "Bo", "see", "yes"));
      case CHAFED ->
          facts.putAll(
              Map.of(
                  "what", "looked",
                  "rule", "Formulier woonadres",
                  "promise", "FRICTION",
                  "due", due));
      case FRICTION -> facts.putAll(Map.of("what", "owner", "page", "/werk/knelpunten/f1"));
      case WARNING -> facts.putAll(Map.of("what", "undelivered", "detail", "550 jan@burger"));
    }
    return facts;
  }

  private static Official official(
      String id, String name, String function, String portrait, String phone) {
    return new Official(
        id,
        name,
        function,
        "wonen",
        portrait,
        phone,
        id + "@mailbox.example",
        id + "@voorbeeldstad.example",
        List.of(),
        List.of(),
        null,
        20,
        null,
        Set.of(),
        null,
        null);
  }
}
