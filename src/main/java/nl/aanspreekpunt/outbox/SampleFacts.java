package nl.aanspreekpunt.outbox;

import static nl.aanspreekpunt.outbox.Sample.WRITTEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.outbox.Notice.Kind;

/** Facts enough that each text is said in one message at least. */
final class SampleFacts {
  private static final String DUE = WRITTEN.plus(Duration.ofDays(7)).toString();
  private static final String PAST = WRITTEN.minus(Duration.ofDays(1)).toString();
  private static final String LATER = WRITTEN.plus(Duration.ofDays(21)).toString();
  private static final String OTHER = "omar";
  private static final String WORDS = "Hier staat wat uw medewerker aan de inwoner schrijft.";
  private static final String[] DUE_ANSWER = {"promise", "ANSWER", "due", DUE};
  private static final Set<Kind> LETTERS_ONLY = Set.of(Kind.FORWARD, Kind.PARTNER);

  private final Set<String> keys;
  private final List<Sample> all = new ArrayList<>();

  /**
   * @param keys of all texts: what comes in many sorts is told from them
   */
  SampleFacts(Set<String> keys) {
    this.keys = keys;
  }

  List<Sample> all() {
    first();
    changes();
    closed();
    promised();
    talks();
    contact();
    outside();
    staff();
    return List.copyOf(all);
  }

  private void add(Kind kind, String... facts) {
    add(kind, Map.of(), facts);
  }

  private void add(Kind kind, String[] first, String... facts) {
    add(kind, pairs(first), facts);
  }

  private void add(Kind kind, Map<String, String> first, String... facts) {
    Map<String, String> said = new HashMap<>();
    said.put("subject", "Mijn vraag aan de gemeente");
    said.put("link", "1");
    said.put("page", "/werk");
    said.putAll(first);
    said.putAll(pairs(facts));
    Sample letter = new Sample(kind, false, said);
    if (kind != Kind.PRINCIPLE || keys.contains("PRINCIPLE." + said.get("what"))) {
      all.add(letter);
    }
    boolean staff = letter.in("nl").notice().toStaff();
    if ((!staff && !LETTERS_ONLY.contains(kind)) || kind == Kind.PRINCIPLE) {
      all.add(new Sample(kind, true, said));
    }
  }

  private static Map<String, String> pairs(String... facts) {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      pairs.put(facts[i], facts[i + 1]);
    }
    return pairs;
  }

  /** What comes behind the first part of the key of such texts. */
  private List<String> sorts(String before) {
    return keys.stream()
        .filter(key -> key.startsWith(before) && !key.startsWith(before + "subject"))
        .map(key -> key.substring(before.length()))
        .filter(sort -> !sort.contains(".") && !sort.equals("open"))
        .sorted()
        .toList();
  }

  private void first() {
    add(Kind.ACKNOWLEDGEMENT, DUE_ANSWER);
    for (String promise : sorts("promise.")) {
      if (!promise.equals("besides")) {
        add(Kind.ACKNOWLEDGEMENT, "promise", promise, "due", DUE);
      }
    }
    add(Kind.ACKNOWLEDGEMENT, DUE_ANSWER, "vouch", "yes", "sameCall", "yes");
    add(Kind.ACKNOWLEDGEMENT, DUE_ANSWER, "left", OTHER, "returns", DUE, "decision", LATER);
    add(Kind.ACKNOWLEDGEMENT, DUE_ANSWER, "actingFor", OTHER, "back", DUE);
    add(Kind.ACKNOWLEDGEMENT, DUE_ANSWER, "meanwhile", "Bewaar de bon.");
    add(Kind.ACKNOWLEDGEMENT, DUE_ANSWER, Notice.ONLY_BY, "WRITING DESK VISIT");
    add(Kind.ACKNOWLEDGEMENT, DUE_ANSWER, Notice.ONLY_BY, "PHONE");
    add(Kind.REPLY, "text", WORDS);
    add(Kind.REPLY, "text", WORDS, "subject", "");
    add(Kind.REPLY, "text", WORDS, "promises", "ANSWER=" + DUE, "waitsUntil", DUE);
    add(Kind.REPLY, "text", WORDS, "askCallback", "p2", "silentUntil", DUE);
    add(Kind.REPLY, "text", WORDS.repeat(40));
    add(Kind.BETTER_MOMENT, "promise", "p2");
    for (String how : sorts("WENT_ON.")) {
      add(Kind.WENT_ON, DUE_ANSWER, "how", how);
    }
  }

  private void changes() {
    for (String reason : sorts("reason.")) {
      add(Kind.NEW_OFFICIAL, DUE_ANSWER, "reason", reason, "from", OTHER);
    }
    String cases = Fictional.CASE + "=sanne N0GEENVRA=omar";
    add(Kind.NEW_OFFICIAL, DUE_ANSWER);
    add(Kind.NEW_OFFICIAL, DUE_ANSWER, "from", "nobody", "cases", cases);
    add(Kind.NEW_OFFICIAL, DUE_ANSWER, "insteadOf", OTHER, "back", DUE);
    add(Kind.NEW_OFFICIAL, "promise", "ANSWER", "due", PAST);
    add(Kind.ACTING, DUE_ANSWER, "insteadOf", OTHER, "back", DUE);
    add(Kind.ACTING, "promise", "ANSWER", "due", PAST, "insteadOf", OTHER);
    add(Kind.LATE, DUE_ANSWER);
    add(Kind.LATE, DUE_ANSWER, "insteadOf", OTHER);
    add(Kind.LATE, "promise", "ANSWER", "due", PAST);
    for (String how : sorts("CALLBACK_ENDED.")) {
      add(Kind.CALLBACK_ENDED, "promise", "p2", "how", how, "due", DUE);
    }
    for (String what : List.of("looked", "owner", "moved", "late", "TRIED", "CHANGED", "STAYS")) {
      add(Kind.CHAFED, DUE_ANSWER, "what", what, "rule", "Het formulier", "from", OTHER);
    }
    add(Kind.CHAFED, DUE_ANSWER, "what", "looked", "rule", "Het formulier", Notice.ONLY_BY, "DESK");
  }

  private void closed() {
    for (String outcome : sorts("CLOSED.")) {
      if (outcome.equals(outcome.toUpperCase(Locale.ROOT))) {
        add(Kind.CLOSED, "outcome", outcome, "explanation", WORDS);
      }
    }
    String[] no = {"outcome", "REFUSED", "explanation", WORDS};
    add(Kind.CLOSED, no, "spoken", "yes", "rule", "Wie te klein woont gaat voor.");
    add(Kind.CLOSED, no, "changes", "In januari.", "alternative", "Vraag het opnieuw.");
    add(Kind.CLOSED, no, "objection", LATER, "askHelped", "yes");
    add(Kind.CLOSED, no, "objection", LATER, "appeal", "yes");
    add(Kind.CLOSED, no, "promise", "ANSWER", "due", PAST, "agreed", DUE + " Ik bel u");
    String[] elsewhere = {"outcome", "NOT_OURS", "helper", "Het waterbedrijf"};
    add(Kind.CLOSED, elsewhere, "promise", "ELSEWHERE", "due", DUE);
    add(Kind.CLOSED, elsewhere, "forwarded", "yes");
    add(Kind.CLOSED, elsewhere, "confirmed", "yes", "person", "Mevrouw De Wit");
  }

  private void promised() {
    add(Kind.PROMISED, DUE_ANSWER);
    add(Kind.PROMISED, DUE_ANSWER, "informal", WORDS);
    add(Kind.PROMISED, DUE_ANSWER, "informal", WORDS, "complaint", "yes");
    add(Kind.PROMISED, DUE_ANSWER, "notHelped", "yes");
    add(Kind.PROMISED, DUE_ANSWER, "explains", "yes", "insteadOf", OTHER);
    add(Kind.PROMISED, DUE_ANSWER, "explains", "yes");
    for (String why : List.of("reopened", "complaint", "formal")) {
      add(Kind.PROMISED, DUE_ANSWER, why, "yes");
    }
    add(Kind.RENEWED, DUE_ANSWER, "was", WRITTEN.plusSeconds(9000).toString(), "reason", WORDS);
    for (String what : List.of("made", "table", "done", "off", "again")) {
      boolean made = what.equals("made") || what.equals("table");
      String facts = made ? "agreed" : "words";
      String said = made ? DUE + " Ik stuur u het formulier" : "Ik stuur u het formulier";
      add(Kind.AGREEMENT, "what", what, facts, said, "due", DUE, "theirs", made ? WORDS : "");
    }
  }

  private void talks() {
    add(Kind.INVITATION, "why", "steady");
    add(Kind.INVITATION, "why", "farewell", "since", LATER);
    String end = WRITTEN.plus(Duration.ofDays(7)).plusSeconds(1800).toString();
    String[] where = {"at", DUE, "end", end, "place", "Stadhuis, kamer 3"};
    add(Kind.INVITATION, where, "why", "table");
    for (String what : List.of("planned", "moved", "other", "off")) {
      for (String how : List.of("PHONE", "DESK", "VISIT")) {
        add(Kind.APPOINTMENT, where, "what", what, "how", how, "promise", "p2");
        add(Kind.AGENDA, where, "what", what, "how", how);
      }
    }
    for (String what : List.of("planned", "off")) {
      add(Kind.AGENDA, where, "what", what, "how", "TABLE");
    }
  }

  private void contact() {
    String[] agreed = {"ways", "WRITING PHONE DESK VISIT", "last", LATER, "text", WORDS};
    for (String what : sorts("CONTACT.")) {
      if (!what.equals("why")) {
        add(Kind.CONTACT, agreed, "what", what, "promise", "ANSWER", "due", DUE);
      }
    }
    String[] rights = {"see", "yes", "ask", "yes", "decide", "yes"};
    add(Kind.LINKED, rights, "what", "made", "other", "Noor Voorbeeld");
    add(Kind.LINKED, "what", "ended", "other", "Noor Voorbeeld");
    add(Kind.CODE, "nonce", "voorbeeld", "minutes", "10");
    add(Kind.ADDRESS, "other", "n***@voorbeeld.invalid");
  }

  private void outside() {
    add(Kind.CONSENT, "helper", "Het waterbedrijf");
    add(
        Kind.FORWARD,
        Map.of("text", WORDS, "reason", "Het water is van het waterbedrijf."),
        "person",
        "mevrouw De Wit",
        "citizen",
        "Noor Voorbeeld");
    add(
        Kind.PARTNER,
        Map.of("consult", "r1", "question", WORDS, "partner", "mevrouw De Wit"),
        "due",
        LATER,
        "last",
        DUE);
  }

  private void staff() {
    for (String does : sorts("does.")) {
      add(Kind.LADDER, "does", does, "promiseKind", "ANSWER", "due", DUE);
    }
    for (String kind : sorts("staff.promise.")) {
      add(Kind.LADDER, "does", "REMIND", "promiseKind", kind, "due", DUE);
    }
    for (String what : sorts("ASKED.")) {
      add(Kind.ASKED, "what", what, "promiseKind", "CONSULT", "due", DUE, "from", OTHER);
    }
    for (String what : sorts("OFFER.")) {
      add(Kind.OFFER, "what", what, "from", OTHER, "due", DUE, "late", "yes");
    }
    for (Kind kind : List.of(Kind.ABSENCE, Kind.ADMINISTRATION, Kind.FRICTION)) {
      for (String what : sorts(kind + ".")) {
        add(kind, "what", what, "about", OTHER, "since", DUE, "mailbox", "vraag");
      }
    }
    for (String what : sorts("BACKING.")) {
      add(Kind.BACKING, "what", what, "from", OTHER);
    }
    String principle = "Geen gezin zonder water.";
    for (String what : List.of("touched", "account", "taken", "which")) {
      if (!what.equals("account")) {
        add(Kind.PRINCIPLE, "what", what, "principle", principle, "insteadOf", OTHER);
      }
    }
    all.add(
        new Sample(
            Kind.PRINCIPLE, false, Map.of("what", "account", "principle", principle, "page", "/")));
    add(Kind.HANDED_OVER, "from", OTHER, "note", "yes");
    add(Kind.STEADY, "met", "4");
    for (String what : sorts("what.")) {
      add(Kind.WARNING, "what", what);
    }
    add(
        Kind.DIGEST,
        Map.of("lines", "2", "0:kind", "STEADY", "0:case", Fictional.CASE, "0:fact:met", "4"),
        "1:kind",
        "WARNING",
        "1:case",
        Fictional.CASE,
        "1:fact:what",
        "silence");
  }
}
