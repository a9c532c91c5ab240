package nl.aanspreekpunt.promise;

import java.util.Optional;
import java.util.Set;

/**
 * Whether a clause of an answer promises something, and what, in Dutch or English: who does it, and
 * what they do. What is denied, asked, over or hoped for promises nothing.
 *
 * @param from index of its first word
 * @param end index after its last
 */
record PromiseWords(Spoken text, int from, int end) {
  private static final Set<String> WE =
      words("ik wij we i i'll we'll i'm we're collega collega's colleague colleagues team");
  private static final Set<String> YOU = words("u je jij you you'll jullie");
  private static final Set<String> CALLS =
      words("bel bellen belt terugbellen terugbel terugbelt opbellen opbel call calls phone ring");

  /** They are called: "u wordt gebeld", "you will be called", "een telefoontje". */
  private static final Set<String> CALLED =
      words("gebeld teruggebeld opgebeld called phoned telefoontje belletje call");

  /** What we do. */
  private static final Set<String> ANSWERS =
      words(
          "antwoord antwoorden antwoordt beantwoord beantwoorden laat laten weten stuur sturen"
              + " stuurt verstuur versturen mail mailen mailt reageer reageren reageert bericht"
              + " berichten kom komen komt vertel vertellen zoek zoeken beslis beslissen beslist"
              + " meld melden meldt contact geef geven geeft koppel terugkoppelen regel regelen"
              + " zorg zorgen kijk kijken bekijk handel spreek spreken informeer informeren bevestig"
              + " lever leveren bezorg besluiten schrijf schrijven answer let know send email write"
              + " reply respond update get come tell decide inform touch reach give look check"
              + " arrange sort speak talk confirm forward share deliver follow contacts sends");

  /** What they get. */
  private static final Set<String> GETS =
      words("hoort horen krijgt krijg ontvangt verneemt hear get receive have verwachten expect");

  /** What comes to them by itself. */
  private static final Set<String> THINGS =
      words(
          "antwoord reactie bericht brief besluit beslissing verslag answer reply response letter");

  private static final Set<String> COMES =
      words("volgt komt ligt gaat follow follows come comes reach");
  private static final Set<String> DECISIONS =
      words(
          "besluit beslissing beschikking uitspraak decision ruling beslis beslissen beslist"
              + " besluiten decide");
  private static final Set<String> TAKES = words("neem nemen neemt take make");
  private static final Set<String> NOT =
      words("niet geen nooit not never can't won't don't cannot");

  /** It is over, or would have been. */
  private static final Set<String> OVER =
      words(
          "zou zouden would could had hadden was were waren i've we've schreef wrote kon"
              + " konden vroeg vroegen asked did hoop hopen"
              + " hope looking");

  private static final Set<String> MUST = words("moet moeten must need should dient");
  private static final Set<String> HAVE = words("heb hebben hebt heeft have has");
  private static final Set<String> DONE =
      words("laten let ontvangen verstuurd verzonden besproken beantwoord sent written told");
  private static final Set<String> US = words("mij me ons us");
  private static final Set<String> MINE = words("mijn ons onze een my our an a the het");
  private static final Set<String> CAN =
      words("kunt kan kun mag mogen wilt can may might zult als if");

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

  /** A denial in it that is no part of a time or a term: "niet voor 10 uur", "no later than". */
  boolean denies() {
    for (int at = from; at < end; at++) {
      boolean not = text.at(at, NOT);
      boolean time = text.at(at + 1).equals("later") || SpokenTimes.at(text, at).isPresent();
      boolean or = text.at(at - 1, Set.of("of", "or", "wel"));
      if (not && !time && !or) {
        return true;
      }
    }
    return false;
  }

  /**
   * Empty when it promises nothing.
   *
   * @param we whether the words before it had us as who does it: "ik bel u en stuur u"
   */
  Optional<PromiseKind> kind(boolean we) {
    if (denies() || any(OVER) || any(MUST) || past() || fromYou()) {
      return Optional.empty();
    }
    boolean ours = any(WE) || (we && !text.at(from, YOU));
    if ((ours && calls()) || called()) {
      return Optional.of(PromiseKind.CALLBACK);
    }
    boolean decides = any(DECISIONS);
    boolean takes = ours && decides && any(TAKES);
    if (!takes && !(ours && answers()) && !gets() && !comes()) {
      return Optional.empty();
    }
    return Optional.of(decides ? PromiseKind.DECISION : PromiseKind.ANSWER);
  }

  /** Whether we are who does what it says. */
  boolean ours() {
    return any(WE);
  }

  boolean theirs() {
    return text.at(from, YOU) && !any(WE);
  }

  /** It is us who call, and not "bel mij", "u kunt mij bellen", "call me". */
  private boolean calls() {
    boolean phone = any(Set.of("telefonisch")) && any(Set.of("contact"));
    for (int at = from; at < end; at++) {
      if (text.at(at, CALLS)) {
        boolean us = text.at(at + 1, US) || text.at(at - 1, US);
        return !us && !theyCan();
      }
    }
    return phone;
  }

  /** "U kunt", "of u ... kunt", "you can": it is they who do it. */
  private boolean theyCan() {
    for (int at = from; at < end; at++) {
      if (text.at(at, YOU)) {
        for (int near = at - 1; near <= at + 3; near++) {
          if (near >= from && near < end && text.at(near, CAN)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean called() {
    boolean passive = any(Set.of("wordt", "be", "worden")) && any(YOU);
    boolean gets = any(YOU) && any(Set.of("krijgt", "ontvangt", "get", "receive"));
    return (passive || gets) && any(CALLED);
  }

  private boolean answers() {
    boolean forward = row("look", "forward") || (any(Set.of("kijk")) && any(Set.of("uit")));
    return !forward && !theyCan() && (any(ANSWERS) || has());
  }

  /** "Ik heb vrijdag een antwoord voor u." */
  private boolean has() {
    return any(HAVE) && (any(THINGS) || any(DECISIONS)) && any(Set.of("voor", "for"));
  }

  private boolean gets() {
    if (any(Set.of("expect", "verwacht")) && !any(WE) && any(MINE)) {
      return true;
    }
    boolean until = any(Set.of("tot", "until", "till")) || row("have", "to");
    return any(YOU) && any(GETS) && !until;
  }

  private boolean comes() {
    return any(COMES) && (any(THINGS) || any(DECISIONS));
  }

  /** "Ik heb u laten weten", "we have sent you". */
  private boolean past() {
    if (!any(WE) || !any(HAVE)) {
      return false;
    }
    for (int at = from; at < end; at++) {
      String word = text.at(at);
      boolean participle = word.startsWith("ge") && word.matches("ge\\p{L}{2,}(?:d|t|en)");
      if (participle || DONE.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean fromYou() {
    for (int at = from; at < end; at++) {
      if (text.at(at, Set.of("van", "from")) && text.at(at + 1, Set.of("u", "jou", "je", "you"))) {
        return true;
      }
    }
    return false;
  }

  /** It says under what condition, or why, and not what is done. */
  boolean aside() {
    boolean starts =
        text.at(
            from,
            words(
                "als if wanneer when zodra once indien mits want omdat because tenzij unless"
                    + " aangezien"));
    boolean subject = text.at(from + 1, WE) || text.at(from + 1, YOU);
    boolean why = text.at(from, words("want omdat because tenzij unless aangezien when"));
    return starts && (subject || why || kind(false).isEmpty());
  }

  private boolean any(Set<String> of) {
    for (int at = from; at < end; at++) {
      if (text.at(at, of)) {
        return true;
      }
    }
    return false;
  }

  private boolean row(String first, String second) {
    for (int at = from; at < end; at++) {
      if (text.row(at, first, second)) {
        return true;
      }
    }
    return false;
  }
}
