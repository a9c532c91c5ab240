package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.AskingByPhone;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ClassSign;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.HandingOver;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Offer;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.casework.helped.SayingHelped;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Unread;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.DayWords;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.work.backing.BackingView;
import nl.aanspreekpunt.web.work.chafe.ReportPage;
import nl.aanspreekpunt.web.work.contact.ContactView;
import nl.aanspreekpunt.web.work.decide.Elsewhere;
import nl.aanspreekpunt.web.work.decide.HeldView;
import nl.aanspreekpunt.web.work.principle.PrincipleCards;
import nl.aanspreekpunt.web.work.sofar.SoFarWords;
import nl.aanspreekpunt.web.work.talk.TalkWords;
import nl.aanspreekpunt.web.work.writing.MentionRow;
import nl.aanspreekpunt.web.work.writing.WritingView;

/** From a case with its history to the page of who works on it. */
final class CaseView {
  private final Frame frame;
  private final Case one;
  private final History history;
  private final Directory directory;
  private final Instant now;
  private final Names names;
  private final OffDay off;
  private final Sentences sentences;

  CaseView(Frame frame, Case one, History history, Moment moment) {
    this.frame = frame;
    this.one = one;
    this.history = history;
    this.directory = moment.directory();
    this.now = moment.now();
    this.names = new Names(directory, frame.words());
    this.off = new OffDay(frame, names, moment);
    this.sentences = new Sentences(frame, names, one);
  }

  /** What was sent back of a form: what was typed and what is wrong. */
  record Back(Form form, String lead, List<FieldError> errors, String problem) {
    static final Back NONE = new Back(Form.EMPTY, null, List.of(), null);

    /**
     * @param typed null: nothing was
     */
    static Back of(Typed typed) {
      return typed == null ? NONE : new Back(Form.of(typed), typed.act(), List.of(), null);
    }

    /** An answer was sent, and came back. */
    boolean answer() {
      return "antwoord".equals(lead);
    }
  }

  /**
   * @param known who the citizen is known as: whom they have as standing official, which of their
   *     addresses several people use
   * @param others the citizen's other cases that this reader may act in
   * @param texts the standard texts that this reader has
   * @param working what is new in it, and what this reader was writing
   */
  CasePage page(
      List<Identity> known,
      List<Case> others,
      List<StandardText> texts,
      boolean readOnly,
      Back back,
      WorkingView working) {
    String standing = standing(known);
    List<CasePage.Line> lines = lines(working);
    return new CasePage(
        frame,
        one.id(),
        names.subject(one),
        one.open(),
        readOnly,
        new PrincipleCards.View(frame, directory).of(one, readOnly),
        new BackingView(frame, directory).lines(one),
        readOnly ? List.of() : Lost.in(one, frame, names, known),
        readOnly ? null : new TalkWords(frame, names, new Moment(now, directory)).strip(one),
        new DueRows(off, one).all(),
        readOnly ? List.of() : offers(),
        readOnly ? null : Offered.to(frame, one, names),
        lines,
        working.of(names, known, back, lines, newer(working.newer(back))),
        history.older(),
        history.page() < 0,
        about(standing, others),
        new CaseChoices(frame, one, names, new Moment(now, directory)).on(back.form(), standing),
        SoFarWords.of(one, frame, names),
        new ContactView(frame, names, new Moment(now, directory)).line(known),
        leads(),
        new HeldView(frame, names, one).of(),
        Elsewhere.in(frame, names, one),
        readOnly ? null : ReportPage.after(one),
        !readOnly && SayingHelped.byPhone(one).isPresent(),
        calledUntil(),
        new WritingView(frame, names, one, new Moment(now, directory))
            .part(back.form(), texts, Identity.agreed(known, now).orElse(null)),
        one.lastReceived(),
        back.form(),
        back.lead(),
        back.errors(),
        back.problem());
  }

  private List<CasePage.Line> lines(WorkingView working) {
    List<CasePage.Line> lines = new ArrayList<>();
    for (Interleaving.Entry happened : history.events()) {
      CasePage.Entry entry = working.shows(happened) ? entry(happened) : null;
      if (entry != null) {
        lines.add(new CasePage.Line(working.place(happened), working.fresh(happened), entry));
      }
    }
    return lines;
  }

  private List<CasePage.Entry> newer(List<CaseEvent> events) {
    return events.stream().map(event -> entry(event, sentences)).filter(Objects::nonNull).toList();
  }

  List<CasePage.Entry> entries() {
    return history.events().stream().map(this::entry).filter(Objects::nonNull).toList();
  }

  private String leads() {
    String me = frame.viewer().official().id();
    return HandingOver.atOnce(one, me, new Moment(now, directory))
        ? null
        : directory.team(one.team()).map(team -> names.of(team.coordinator())).orElse("");
  }

  private String calledUntil() {
    return AskingByPhone.only(one)
        ? frame.moments().say(AskingByPhone.until(one, new Moment(now, directory)))
        : null;
  }

  /** The dated promises that were read in an answer and that nobody confirmed. */
  private List<CasePage.Offer> offers() {
    return DatedOffers.in(one).stream().map(read -> ReadPage.offer(off, one, read)).toList();
  }

  /** Official id; null if there is none. */
  private String standing(List<Identity> known) {
    return known.stream()
        .map(identity -> identity.standingFor(one.topic()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private CasePage.Entry entry(Interleaving.Entry happened) {
    Case in = happened.in();
    return in.id().equals(one.id())
        ? entry(happened.event(), sentences)
        : from(in, entry(happened.event(), new Sentences(frame, names, in)));
  }

  /** Of a question that was joined to this one; null when there is nothing to show. */
  private CasePage.Entry from(Case other, CasePage.Entry entry) {
    if (entry == null) {
      return null;
    }
    String said = frame.say("case.from-joined", other.id());
    boolean happened = entry.look().equals("happened");
    String state = entry.state() == null ? said : entry.state() + " · " + said;
    return new CasePage.Entry(
        entry.at(),
        entry.look(),
        entry.face(),
        entry.who(),
        happened ? entry.text() + " · " + said : entry.text(),
        happened ? null : state,
        entry.files(),
        entry.mail());
  }

  private CasePage.Entry entry(CaseEvent event, Sentences sentences) {
    if (event instanceof CaseEvent.Received in) {
      return received(in);
    }
    if (event instanceof CaseEvent.Replied out) {
      Outgoing sent = history.sent().get(out.entry());
      String text = sent == null ? "" : sent.notice().facts().getOrDefault("text", "");
      String state =
          sent == null
              ? null
              : new OnItsWay(frame)
                  .of(sent, history.passed().get(sent.id()), sentences.state(sent));
      return new HeldEntry(frame, names, one, history.received())
          .with(written(out.at(), "ours", out.by(), text, state), out.files());
    }
    if (event instanceof CaseEvent.Noted note) {
      return written(
          note.at(), "staff", note.by(), note.text(), MentionRow.beside(one, note, frame, names));
    }
    if (event instanceof CaseEvent.ConsultAnswered answer) {
      return ConsultSentences.answer(one, answer)
          .map(text -> written(answer.at(), "staff", answer.by(), text, frame.say("consult.only")))
          .orElseGet(() -> happened(event, sentences));
    }
    if (event instanceof CaseEvent.ConsultAutoReplied machine) {
      String only = frame.say("consult.only.automatic");
      return ConsultSentences.answer(one, machine)
          .map(text -> written(machine.at(), "staff", machine.by(), text, only))
          .orElseGet(() -> happened(event, sentences));
    }
    if (event instanceof CaseEvent.Talked talk) {
      String how = frame.say("work.talk." + talk.how());
      return written(talk.at(), "staff", talk.by(), talk.note(), how);
    }
    if (event instanceof CaseEvent.Held held) {
      return new HeldEntry(frame, names, one, history.received())
          .of(held, written(held.at(), "staff", held.by(), "", ""));
    }
    if (event instanceof CaseEvent.Tried tried) {
      String how = frame.say("event.Tried", frame.say("work.attempt." + tried.outcome()));
      return written(tried.at(), "staff", tried.by(), tried.note(), how);
    }
    return happened(event, sentences);
  }

  private CasePage.Entry happened(CaseEvent event, Sentences sentences) {
    String text = onItsWay(event, sentences.of(event));
    if (text == null) {
      return null;
    }
    String more = null;
    if (event instanceof CaseEvent.Closed closed) {
      more = closed.explanation();
    } else if (event instanceof CaseEvent.DecisionHeld held) {
      more = held.text();
    } else if (event instanceof CaseEvent.DecisionChanged changed) {
      more = changed.text();
    } else if (event instanceof CaseEvent.HandedOver over) {
      more = over.note();
    } else if (event instanceof CaseEvent.Offered offered) {
      more = offered.note();
    } else if (event instanceof CaseEvent.OfferEnded ended) {
      more = ended.reason();
    } else if (event instanceof CaseEvent.FrictionMoved moved && moved.says()) {
      more = moved.words();
    } else if (event instanceof CaseEvent.PutThrough through) {
      more = through.about();
    }
    String whole = more == null || more.isBlank() ? text : text + " “" + more + "”";
    return new CasePage.Entry(event.at(), "happened", null, null, whole, null, List.of());
  }

  /** What became of a notice that went by text message stands with it. */
  private String onItsWay(CaseEvent event, String text) {
    Outgoing sent =
        event instanceof CaseEvent.Told told && told.channel() != null && told.channel().texting()
            ? history.sent().get(told.entry())
            : null;
    return sent == null
        ? text
        : text
            + " "
            + new OnItsWay(frame).of(sent, history.passed().get(sent.id()), sentences.state(sent))
            + ".";
  }

  private CasePage.Entry received(CaseEvent.Received in) {
    if (one.wentTo(in.receipt()).isPresent()) {
      return null;
    }
    Receipt receipt = history.received().get(in.receipt());
    Inbound read = receipt == null ? null : receipt.read();
    String who =
        one.anybody(in.link() == null ? "" : in.link())
            .map(names::participant)
            .orElseGet(() -> Elsewhere.who(frame, one, in));
    String text = read == null ? "" : read.text();
    List<CasePage.File> files =
        read == null
            ? List.of()
            : read.attachments().stream().map(file -> file(receipt, file)).toList();
    String channel = frame.say("work.channel." + in.channel());
    String state = read == null ? channel : channel + unreadable(read.unreadable());
    CasePage.Mail mail =
        read == null ? null : new MailWords(frame, names).of(one, in.receipt(), read);
    return new CasePage.Entry(in.at(), "theirs", null, who, text, state, files, mail);
  }

  private String unreadable(List<Unread> what) {
    String said =
        what.stream().map(one -> frame.say("work.unread." + one)).collect(Collectors.joining("; "));
    return said.isEmpty() ? "" : " · " + frame.say("case.unreadable", said);
  }

  private CasePage.File file(Receipt receipt, Inbound.Attachment file) {
    String path = "/werk/vragen/" + one.id() + "/bestanden/" + receipt.id() + "/" + file.part();
    return new FileWords(frame).of(receipt, file, path);
  }

  private CasePage.Entry written(Instant at, String look, String by, String text, String state) {
    Person face = directory.official(by).map(Person::of).orElse(null);
    String words = text == null ? "" : text;
    return new CasePage.Entry(at, look, face, names.of(by), words, state, List.of());
  }

  private Person working(Official official) {
    return Person.of(official)
        .working(new DayWords(frame).of(official, directory, frame.moments().now()));
  }

  private CasePage.About about(String standing, List<Case> others) {
    Match route = one.route();
    return new CasePage.About(
        names.citizen(one),
        directory.official(one.official()).map(this::working).orElseThrow(),
        one.actingNow().map(Acting::official).map(names::of).orElse(null),
        names.topic(one),
        one.neighbourhood() == null ? null : directory.neighbourhoods().get(one.neighbourhood()),
        rule(),
        names.routes().why(route),
        frame.say("work.certainty." + route.certainty()),
        route.uncertain(),
        one.confidential(),
        helpers(),
        new DayView(frame, names, one)
            .dated(others, directory.ledBy(frame.viewer().official().id())),
        standing == null ? null : names.of(standing),
        one.open() ? null : frame.say("work.outcome." + one.outcome()),
        one.joined() ? one.suggested() : null,
        one.legalClass().decided() ? frame.say("work.class." + one.legalClass()) : null,
        one.legalClass().decided() && !one.aboutSomebody(),
        sign(),
        offered(),
        WeighedRows.of(one, frame, directory, names),
        Suggested.of(one, names),
        one.care().policy() == null ? null : one.care().policy().friction());
  }

  private CasePage.Sign sign() {
    ClassSign sign = one.route().sign();
    return sign == null || !one.open() || one.legalClass().decided()
        ? null
        : new CasePage.Sign(
            frame.say("case.sign." + sign.legal(), sign.words()),
            sign.legal().name(),
            one.legalClass().name());
  }

  /** Who was responsible, then whom the citizen met besides: all who are counted. */
  private List<CasePage.Since> helpers() {
    Set<String> held = new HashSet<>();
    List<CasePage.Since> all = new ArrayList<>();
    for (Responsibility then : one.responsibilities()) {
      held.add(then.official());
      all.add(new CasePage.Since(names.of(then.official()), then.from(), reason(then)));
    }
    one.met().stream().filter(met -> !held.contains(met)).map(this::besides).forEach(all::add);
    return all;
  }

  private CasePage.Since besides(String met) {
    return one.acting().stream()
        .filter(acting -> acting.official().equals(met))
        .findFirst()
        .map(
            acting ->
                new CasePage.Since(
                    names.of(met),
                    acting.from(),
                    frame.say("case.met.acted", names.of(acting.insteadOf()))))
        .orElseGet(() -> new CasePage.Since(names.of(met), null, frame.say("case.met.contact")));
  }

  /** To whom it is offered by hand, in words; null: to nobody. */
  private String offered() {
    Offer offer = one.offer();
    return offer == null
        ? null
        : frame.say("case.offered", names.of(offer.to()), frame.moments().say(offer.lapsesAt()));
  }

  private String reason(Responsibility since) {
    return since.reason().equals(Responsibility.ROUTE)
        ? names.routes().why(one.route())
        : frame.say("work.reason." + since.reason());
  }

  /** Null when the topic has none. */
  private CasePage.Rule rule() {
    String language = frame.words().language();
    return Dues.principle(directory, one.topic())
        .map(it -> new CasePage.Rule(it.words().in(language), it.mandate().in(language)))
        .orElse(null);
  }
}
