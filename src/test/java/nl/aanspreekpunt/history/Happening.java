package nl.aanspreekpunt.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Accepting;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Asking;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Contradicting;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.casework.Declining;
import nl.aanspreekpunt.casework.GoingOn;
import nl.aanspreekpunt.casework.Offering;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.PuttingBack.What;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Renewing;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Requesting;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.Withdrawing;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.casework.contact.LiftingContact;
import nl.aanspreekpunt.casework.contact.ObjectingToContact;
import nl.aanspreekpunt.casework.decision.Refusing;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** Something that happens to the town. Numbers choose among what there is, so any fit any town. */
sealed interface Happening {
  /** One of them promises something. */
  List<String> REPLIES =
      List.of("Wij kijken ernaar.", "Dag. U hoort morgen voor 12 uur van ons.", "Wij doen dit.");

  List<String> OFFICIALS =
      List.of(
          "samira.elamrani",
          "jan.devries",
          "fatma.yildiz",
          "kwame.mensah",
          "sanne.vandijk",
          "pieter.hoekstra",
          "meilin.chen",
          "thomas.bakker");

  /** The days that somebody works: all, part of the week, or other days in odd and even weeks. */
  List<Map<String, String>> DAYS =
      List.of(
          Map.of("mon-fri", "08:30-17:00"),
          Map.of("mon", "08:30-17:00"),
          Map.of("mon-tue", "08:30-17:00"),
          Map.of("wed", "08:30-12:30", "thu-fri", "12:30-17:00"),
          Map.of("odd mon-thu", "08:30-17:00", "even thu-fri", "08:30-17:00"));

  List<String> TOPICS = List.of("woning-zoeken", "water-en-energie", "afval", "bijstand");
  List<String> RECIPIENTS =
      List.of(
          "vraag@voorbeeldstad.example",
          "water@voorbeeldstad.example",
          "samira.elamrani@voorbeeldstad.example",
          "fatma.yildiz@voorbeeldstad.example");

  void to(Town town);

  /** A citizen writes: anew, or in answer to a case of anybody. */
  record Writes(int node, int citizen, int recipient, int thread, boolean automatic, boolean call)
      implements Happening {
    @Override
    public void to(Town town) {
      List<Case> cases = town.cases.all();
      String recipient =
          thread < 0 || cases.isEmpty()
              ? RECIPIENTS.get(recipient() % RECIPIENTS.size())
              : Node.TOKENS.replyAddress(cases.get(thread % cases.size()).id(), "1");
      String text = call ? "Kunt u mij bellen op 06 12345678?" : about();
      String from = "citizen" + citizen + "@burger.example";
      int n = town.letters.size();
      town.deliver(
          node, Letter.of(n, from, recipient, "Vraag " + n, text, automatic, town.clock.instant()));
    }

    /** One in so many fits nowhere. */
    private String about() {
      return thread == -2 ? "Ik heb een idee" : "Mijn huur is te hoog";
    }
  }

  /** A mail server offers something again. */
  record OffersAgain(int node, int which) implements Happening {
    @Override
    public void to(Town town) {
      List<Receipt> letters = List.copyOf(town.letters.values());
      if (!letters.isEmpty()) {
        town.deliver(node, letters.get(which % letters.size()));
      }
    }
  }

  enum Deed {
    REPLY,
    TALK,
    REACHED,
    NO_ANSWER,
    ASK_CALLBACK,
    CLOSE,
    REFUSE,
    WITHDRAW,
    CONTRADICT,
    HAND_OVER,
    ASK,
    GO_ON,
    RENEW,
    PROMISE,
    OFFER,
    ACCEPT,
    DECLINE,
    CORRECT,
    JOIN,
    SPLIT,
    MOVE,
    CONSULT,
    ANSWER_CONSULT,
    PASS_CONSULT,
    DROP_CONSULT,
    AGREE_CONTACT,
    LIFT_CONTACT,
    OBJECT_TO_CONTACT
  }

  /** Somebody does something in a case, having seen its last message or not. */
  record Does(int node, Deed deed, int which, int official, boolean seen) implements Happening {
    @Override
    public void to(Town town) {
      List<Case> cases = town.cases.all();
      if (cases.isEmpty()) {
        return;
      }
      Case one = cases.get(which % cases.size());
      String by = one.openPromises().stream().findFirst().map(one::ownerOf).orElse(one.official());
      Node at = town.node(node);
      switch (deed) {
        case REPLY, TALK -> at.answers(one.id(), act(one, by, town), by);
        case SPLIT -> at.splits(one.id(), last(one), by);
        case MOVE -> at.moves(one.id(), last(one), cases.get(official % cases.size()).id(), by);
        case JOIN -> at.joins(one.id(), cases.get(official % cases.size()).id(), by);
        default -> at.does(one.id(), act(one, by, town));
      }
    }

    private Act act(Case one, String by, Town town) {
      String last = seen ? one.lastReceived() : null;
      String callback =
          one.promises().stream()
              .filter(promise -> promise.kind() == PromiseKind.CALLBACK)
              .reduce((earlier, later) -> later)
              .map(Promise::id)
              .orElse("none");
      return switch (deed) {
        case REPLY ->
            new Replying(by, REPLIES.get(official % REPLIES.size()), null, last, Map.of());
        case TALK -> new Talking(by, CaseEvent.Talk.PHONE, "Gesproken.", last);
        case REACHED -> new Attempting(callback, by, Attempt.Outcome.REACHED, "", last);
        case NO_ANSWER -> new Attempting(callback, by, Attempt.Outcome.NO_ANSWER, "", last);
        case ASK_CALLBACK -> new Requesting("+31612345678", "", "", by);
        case CLOSE -> new Closing(by, Outcome.ANSWERED, "Het is geregeld.", last);
        case REFUSE -> Refusing.atOnce(by, "Omdat de woning te groot is voor twee mensen.", last);
        case WITHDRAW -> new Withdrawing(callback, "citizen");
        case CONTRADICT -> new Contradicting(callback);
        case HAND_OVER ->
            new Reassigning(OFFICIALS.get(official % OFFICIALS.size()), by, "handover", "");
        case ASK -> new Asking(new Replying(by, "Welk adres?", null, last, Map.of()));
        case GO_ON -> new GoingOn(some(one), by, null);
        case RENEW ->
            new Renewing(some(one), by, later(one), false, "Het advies laat op zich wachten.");
        case PROMISE ->
            new Promising(
                PromiseKind.ANSWER,
                town.clock.instant().plus(Duration.ofHours(5L * official + 1)),
                "Ik kom erop terug.",
                null,
                by);
        case OFFER -> new Offering(OFFICIALS.get(official % OFFICIALS.size()), by, "");
        case ACCEPT -> new Accepting(offered(one));
        case DECLINE ->
            seen ? Declining.declining(offered(one), "Niet mijn vak.") : Declining.withdrawing(by);
        case CORRECT -> new Correcting(TOPICS.get(official % TOPICS.size()), by, town.successors());
        case CONSULT, ANSWER_CONSULT, PASS_CONSULT, DROP_CONSULT ->
            Colleagues.act(deed, official, seen);
        case AGREE_CONTACT ->
            new AgreeingContact(
                OFFICIALS.get(official % OFFICIALS.size()),
                List.of(ContactAgreement.Way.WRITING),
                town.clock.instant().plus(Duration.ofDays(seen ? 2 : 30)),
                "U dreigde een collega. Zo blijft het veilig.",
                leads(one, town));
        case LIFT_CONTACT ->
            new LiftingContact("Het gaat nu weer goed aan de balie.", leads(one, town));
        case OBJECT_TO_CONTACT -> new ObjectingToContact("Dat is niet waar.", "citizen");
        case JOIN, SPLIT, MOVE -> throw new IllegalStateException("two acts");
      };
    }

    private static String leads(Case one, Town town) {
      return town.directory.directory().team(one.team()).orElseThrow().coordinator();
    }

    /** The message that came last (receipt id). */
    private static List<String> last(Case one) {
      return one.lastReceived() == null ? List.of() : List.of(one.lastReceived());
    }

    private static String offered(Case one) {
      return one.offer() == null ? "nobody" : one.offer().to();
    }

    private String some(Case one) {
      List<Promise> open = one.openPromises();
      return open.isEmpty() ? "none" : open.get(official % open.size()).id();
    }

    private Instant later(Case one) {
      return one.promise(some(one))
          .map(promise -> promise.due().plus(Duration.ofHours(official + 1L)))
          .orElse(null);
    }
  }

  enum Where {
    /** Of another citizen. */
    RECOGNISE,
    /** What is uncertain is a question of its own. */
    OWN,
    SOMEBODY_ELSE,
    PUT_BACK_OWN,
    PUT_BACK_TOPIC
  }

  /** Somebody says of whom a case is, or that what was said of it was a mistake. */
  record Places(int node, Where where, int which, int citizen) implements Happening {
    @Override
    public void to(Town town) {
      List<Case> all = town.cases.all();
      List<Case> fitting = all.stream().filter(this::fits).toList();
      List<Case> among = fitting.isEmpty() ? all : fitting;
      if (!among.isEmpty()) {
        Case one = among.get(which % among.size());
        switch (where) {
          case RECOGNISE -> town.node(node).recognises(one, address(), one.official());
          case OWN -> town.node(node).own(one, false, one.official());
          case SOMEBODY_ELSE -> town.node(node).own(one, true, one.official());
          case PUT_BACK_OWN -> town.node(node).putsBack(one, What.OWN, one.official());
          case PUT_BACK_TOPIC -> town.node(node).putsBack(one, What.TOPIC, one.official());
        }
      }
    }

    /** There is something to say; else it is said all the same. */
    private boolean fits(Case one) {
      return switch (where) {
        case RECOGNISE -> one.open();
        case OWN, SOMEBODY_ELSE -> one.route().uncertain();
        case PUT_BACK_OWN -> PuttingBack.said(one, What.OWN).isPresent();
        case PUT_BACK_TOPIC -> PuttingBack.said(one, What.TOPIC).isPresent();
      };
    }

    /** One of those who write, or somebody who has not written yet. */
    private Address address() {
      return new Address(Address.Kind.EMAIL, "citizen" + citizen + "@burger.example");
    }
  }

  /**
   * @param days 0: until further notice
   */
  record GoesAway(int node, int official, int days) implements Happening {
    @Override
    public void to(Town town) {
      Instant until = days == 0 ? null : town.clock.instant().plus(Duration.ofDays(days));
      town.node(node).away(OFFICIALS.get(official), until);
    }
  }

  record ComesBack(int node, int official) implements Happening {
    @Override
    public void to(Town town) {
      town.node(node).back(OFFICIALS.get(official));
    }
  }

  /**
   * Somebody works other days from now on.
   *
   * @param days which of {@link #DAYS}
   */
  record WorksOn(int node, int official, int days) implements Happening {
    @Override
    public void to(Town town) {
      town.node(node).works(OFFICIALS.get(official), DAYS.get(days));
    }
  }

  /**
   * Somebody who leads pins to whom questions go, or do not go.
   *
   * @param what the topic they are about; the last: any
   */
  record IsPinned(int node, int what, int official, boolean not, boolean first)
      implements Happening {
    private static final List<String> WHAT = List.of("huur-en-onderhoud", "water-en-energie");

    @Override
    public void to(Town town) {
      Instant now = town.clock.instant();
      boolean any = what >= WHAT.size();
      town.node(node)
          .pins(
              new Pin(
                  null,
                  any ? null : WHAT.get(what),
                  null,
                  null,
                  any ? "vraag" : null,
                  OFFICIALS.get(official),
                  not,
                  first,
                  now,
                  null,
                  "Kent dit",
                  "jan.devries",
                  now,
                  null));
    }
  }

  /** The last of those is taken back. */
  record IsUnpinned(int node) implements Happening {
    @Override
    public void to(Town town) {
      town.directory.directory().pins().stream()
          .filter(pin -> pin.stands(town.clock.instant()))
          .findFirst()
          .ifPresent(pin -> town.node(node).unpins(pin.id()));
    }
  }

  /**
   * @param days from now; 0: at once
   */
  record Leaves(int node, int official, int days) implements Happening {
    @Override
    public void to(Town town) {
      town.node(node).leaves(OFFICIALS.get(official), days);
    }
  }

  /** Who leaves or left is here after all. */
  record StaysAfterAll(int node, int which) implements Happening {
    @Override
    public void to(Town town) {
      town.leaving(which).ifPresent(official -> town.node(node).stays(official));
    }
  }

  /**
   * The work of one goes to others, all at once.
   *
   * @param to to whom; that same official: as proposed for each
   */
  record Distributes(int node, int official, int to) implements Happening {
    @Override
    public void to(Town town) {
      town.node(node)
          .distributes(OFFICIALS.get(official), official == to ? null : OFFICIALS.get(to));
    }
  }

  /** Somebody stops the last of those, or lets it go on. */
  record Runs(int node, boolean on) implements Happening {
    @Override
    public void to(Town town) {
      town.reassignments.keySet().stream()
          .reduce((one, other) -> other)
          .ifPresent(last -> town.node(node).runs(last, on));
    }
  }

  record IsConfirmed(int node, int which) implements Happening {
    @Override
    public void to(Town town) {
      town.leaving(which).ifPresent(official -> town.node(node).confirms(official));
    }
  }

  /** Time goes on, or the clock is put back a little. */
  record Later(int minutes) implements Happening {
    @Override
    public void to(Town town) {
      town.clock.forward(Duration.ofMinutes(minutes));
    }
  }

  record Ticks(int node) implements Happening {
    @Override
    public void to(Town town) {
      town.node(node).ticks();
    }
  }

  record Dies(int node, int afterWrites) implements Happening {
    @Override
    public void to(Town town) {
      town.node(node).dieAfter(afterWrites);
    }
  }
}
