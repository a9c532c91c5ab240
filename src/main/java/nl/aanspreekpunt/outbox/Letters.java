package nl.aanspreekpunt.outbox;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.whatsapp.Template;

/**
 * Turns facts into what people read, in their language, at the moment of sending. Texts are the
 * municipality's own, else those of the bundles; HTML comes from {@code src/main/jte/mail}. Throws
 * {@link IllegalArgumentException} when the facts are not enough. Safe to share.
 */
public final class Letters {
  private final Function<String, Optional<Official>> officials;
  private final House house;
  private final Portraits portraits;
  private final Supplier<OwnWords> own;
  private final Texts dutch;
  private final Texts english;
  private final TemplateEngine templates;

  /** As the program says it. */
  public Letters(Function<String, Optional<Official>> officials, House house, Portraits portraits) {
    this(officials, house, portraits, () -> OwnWords.NONE);
  }

  /**
   * @param officials by id, also of those who departed
   * @param own the municipality's own words, as they are when a letter is made
   */
  public Letters(
      Function<String, Optional<Official>> officials,
      House house,
      Portraits portraits,
      Supplier<OwnWords> own) {
    this.officials = officials;
    this.house = house;
    this.portraits = portraits;
    this.own = own;
    this.dutch = new Texts("nl");
    this.english = new Texts("en");
    this.templates = TemplateEngine.createPrecompiled(ContentType.Html);
  }

  private Letters(Letters same, House house, Supplier<OwnWords> own) {
    this.officials = Fictional::official;
    this.house = house;
    this.portraits = file -> Optional.empty();
    this.own = own;
    this.dutch = same.dutch;
    this.english = same.english;
    this.templates = same.templates;
  }

  /** Of officials and questions that do not exist, in these words: its links lead nowhere. */
  public Letters fictional(OwnWords words) {
    return new Letters(this, Fictional.house(house), () -> words);
  }

  /** What the program says in that language. */
  public Texts texts(String language) {
    return "en".equals(language) ? english : dutch;
  }

  public House house() {
    return house;
  }

  /** For email. */
  public Letter letter(Outgoing entry) {
    Saying saying = saying(entry);
    if (entry.notice().kind() == Notice.Kind.PARTNER) {
      return PartnerLetter.of(saying);
    }
    if (entry.notice().kind() == Notice.Kind.CODE) {
      return CodeLetter.of(saying);
    }
    if (entry.notice().kind() == Notice.Kind.TEST) {
      return TestLetter.of(saying);
    }
    if (entry.notice().kind() == Notice.Kind.TRIED) {
      return new TriedLetter(this, entry, own.get()).written();
    }
    if (entry.notice().toStaff()) {
      return new StaffLetter(saying, lines(entry, saying)).written();
    }
    boolean portrait = portraits.find(saying.official.portrait()).isPresent();
    return entry.notice().kind() == Notice.Kind.FORWARD
        ? new ForwardLetter(saying, portrait).written()
        : new CitizenLetter(saying, portrait).written();
  }

  /** With what it answers, quoted below it. */
  public Letter letter(Outgoing entry, Optional<Enclosures.Original> original) {
    Letter letter = letter(entry);
    return original
        .map(it -> letter.quoting(saying(entry).said(it.at()), it.text()))
        .orElse(letter);
  }

  private List<Saying> lines(Outgoing entry, Saying saying) {
    if (entry.notice().kind() != Notice.Kind.DIGEST) {
      return List.of(saying);
    }
    return Gathered.lines(entry.notice()).stream()
        .map(line -> saying(Outgoing.waiting(entry.id(), line, entry.createdAt())))
        .toList();
  }

  public String html(Letter letter) {
    TemplateOutput output = new StringOutput();
    templates.render("mail/letter.jte", letter, output);
    return output.toString();
  }

  /** For SMS. Staff get one when they are on call. */
  public String sms(Outgoing entry) {
    return new ShortMessage(saying(entry)).written();
  }

  /**
   * What answers who turned messages off, or on again.
   *
   * @param channel SMS or WhatsApp
   * @param language "nl" or "en"
   */
  public String turned(Channel channel, boolean off, String language) {
    String sms = "en".equals(language) ? "SMS" : "sms";
    Map<String, String> house =
        Map.of(
            "municipality",
            this.house.municipality(),
            "channel",
            channel == Channel.WHATSAPP ? "WhatsApp" : sms);
    return SmsAlphabet.simple(
        texts(language).with(own.get()).say(house, off ? "sms.OPT.off" : "sms.OPT.on"));
  }

  /** What stands in the places of a WhatsApp template. */
  public Map<Template.Value, String> values(Outgoing entry) {
    Notice notice = entry.notice();
    String words = notice.kind() == Notice.Kind.REPLY ? notice.facts().get("text") : sms(entry);
    Map<Template.Value, String> values = new EnumMap<>(Template.Value.class);
    values.put(Template.Value.OFFICIAL, saying(entry).official.name());
    values.put(Template.Value.NUMBER, notice.caseNumber() == null ? "" : notice.caseNumber());
    values.put(Template.Value.LINK, house.tokens().followLink(notice));
    values.put(Template.Value.MUNICIPALITY, house.municipality());
    values.put(Template.Value.WORDS, words == null ? "" : words);
    return values;
  }

  /** For a planned talk: its entry for a calendar. */
  Optional<Portraits.Picture> calendarEntry(Outgoing entry) {
    Notice.Kind kind = entry.notice().kind();
    boolean table = kind == Notice.Kind.INVITATION && entry.notice().facts().containsKey("uid");
    return table || kind == Notice.Kind.APPOINTMENT || kind == Notice.Kind.AGENDA
        ? Optional.of(new CalendarEntry(saying(entry), entry).written())
        : Optional.empty();
  }

  /** The picture that goes with a letter: of the person it speaks for, else the hub's mark. */
  public Portraits.Picture picture(Outgoing entry) {
    Notice.Kind kind = entry.notice().kind();
    boolean nobodys = kind == Notice.Kind.CODE || kind == Notice.Kind.TEST;
    return entry.notice().toStaff() || nobodys
        ? Portraits.MARK
        : officials
            .apply(entry.notice().official())
            .flatMap(official -> portraits.find(official.portrait()))
            .orElse(Portraits.MARK);
  }

  private Saying saying(Outgoing entry) {
    Texts texts = texts(entry.notice().language()).with(own.get());
    return new Saying(entry, texts, officials, house);
  }
}
