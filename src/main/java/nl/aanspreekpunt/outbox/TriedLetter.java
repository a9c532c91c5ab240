package nl.aanspreekpunt.outbox;

import java.util.List;
import java.util.stream.Stream;

/** A letter that tries a text, to who asked for it: marked as a test, and about nobody. */
record TriedLetter(Letters letters, Outgoing entry, OwnWords own) {
  Letter written() {
    Notice notice = entry.notice();
    Sample sample = Sample.of(notice);
    String of = notice.facts().get("of");
    String words = notice.facts().get("words");
    Letters fictional = letters.fictional(own.with(notice.language(), of, words));
    Outgoing said = sample.in(notice.language());
    Letter tried = sample.sms() ? sms(fictional.sms(said)) : fictional.letter(said);
    return new Letter(
        notice.language(),
        say("staff.sender") + " (" + letters.house().municipality() + ")",
        HeaderText.line(say("TRIED.subject") + " " + tried.subject()),
        tried.greeting(),
        tried.parts(),
        tried.closing(),
        tried.person(),
        Stream.concat(Stream.of(say("TRIED.small")), tried.small().stream()).toList());
  }

  private Letter sms(String text) {
    return new Letter(
        entry.notice().language(),
        "",
        say("TRIED.sms"),
        null,
        List.of(new Letter.Part(Letter.Look.OWN, text, null)),
        null,
        null,
        List.of());
  }

  private String say(String key) {
    return letters.texts(entry.notice().language()).program(key);
  }
}
