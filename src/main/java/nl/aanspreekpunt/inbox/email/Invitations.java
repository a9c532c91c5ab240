package nl.aanspreekpunt.inbox.email;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateStart;
import biweekly.property.Organizer;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.inbox.Looks.Invitation;
import nl.aanspreekpunt.inbox.Unread;

/** Invitations to meetings, as calendars send them by mail (RFC 6047). */
final class Invitations {
  private static final int LONGEST = 256 * 1024;
  private static final int MOST = 5;
  private static final int LONGEST_FIELD = 500;

  private Invitations() {}

  static boolean is(MailPart part) {
    return part.media().type().equals("text/calendar");
  }

  /** Of all parts of a mail, each once: Gmail and Outlook send the same in two parts. */
  static List<Invitation> in(List<MailPart> leaves, Words words, Budget budget) {
    List<MailPart> parts = leaves.stream().filter(Invitations::is).limit(MOST).toList();
    return parts.stream()
        .flatMap(part -> in(part, words, budget).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static List<Invitation> in(MailPart part, Words words, Budget budget) {
    ICalendar calendar = parsed(part, words, budget);
    return calendar == null
        ? List.of()
        : calendar.getEvents().stream().limit(MOST).map(one -> of(calendar, one)).toList();
  }

  private static ICalendar parsed(MailPart part, Words words, Budget budget) {
    if (!budget.goesOn()) {
      return null;
    }
    String source = words.source(part);
    if (source.length() > LONGEST) {
      budget.lacks(Unread.LENGTH);
      return null;
    }
    try {
      return Biweekly.parse(source).first();
    } catch (RuntimeException | StackOverflowError broken) {
      budget.lacks(Unread.ENCODING);
      return null;
    }
  }

  private static Invitation of(ICalendar calendar, VEvent event) {
    String method = calendar.getMethod() == null ? "" : calendar.getMethod().getValue();
    DateStart start = event.getDateStart();
    DateEnd end = event.getDateEnd();
    String from = at(calendar, start);
    String to = end == null ? after(event, start, from) : at(calendar, end);
    return new Invitation(
        method == null ? "" : method.toUpperCase(Locale.ROOT),
        said(event.getSummary()),
        from,
        to,
        said(event.getLocation()),
        organiser(event.getOrganizer()));
  }

  private static String after(VEvent event, DateStart start, String from) {
    if (event.getDuration() == null || event.getDuration().getValue() == null || from == null) {
      return null;
    }
    long millis = event.getDuration().getValue().toMillis();
    return from.endsWith("Z")
        ? start.getValue().toInstant().plus(Duration.ofMillis(millis)).toString()
        : null;
  }

  /** In UTC; as it stands when it names no zone; a date alone for a whole day. */
  private static String at(ICalendar calendar, DateOrDateTimeProperty property) {
    ICalDate date = property == null ? null : property.getValue();
    if (date == null) {
      return null;
    }
    DateTimeComponents raw = date.getRawComponents();
    if (!date.hasTime() && raw != null) {
      return String.format(
          Locale.ROOT, "%04d-%02d-%02d", raw.getYear(), raw.getMonth(), raw.getDate());
    }
    boolean floating = calendar.getTimezoneInfo().isFloating(property);
    return floating && raw != null
        ? String.format(
            Locale.ROOT,
            "%04d-%02d-%02dT%02d:%02d:%02d",
            raw.getYear(),
            raw.getMonth(),
            raw.getDate(),
            raw.getHour(),
            raw.getMinute(),
            raw.getSecond())
        : date.toInstant().toString();
  }

  private static String organiser(Organizer organiser) {
    if (organiser == null) {
      return "";
    }
    String name = organiser.getCommonName();
    return brief(name == null || name.isBlank() ? organiser.getEmail() : name);
  }

  private static String said(TextProperty property) {
    return brief(property == null ? "" : property.getValue());
  }

  private static String brief(String text) {
    String clean = text == null ? "" : Texts.oneLine(text);
    return clean.length() > LONGEST_FIELD ? clean.substring(0, LONGEST_FIELD) : clean;
  }

  /** For a mail that is an invitation and nothing else. */
  static String words(MailPart part, Words words, Budget budget) {
    ICalendar calendar = parsed(part, words, budget);
    if (calendar == null) {
      return words.source(part);
    }
    return calendar.getEvents().stream()
        .limit(MOST)
        .map(event -> words(of(calendar, event), event))
        .collect(Collectors.joining("\n\n"));
  }

  private static String words(Invitation one, VEvent event) {
    String description = event.getDescription() == null ? "" : event.getDescription().getValue();
    return Stream.of(one.summary(), one.place(), "\n" + (description == null ? "" : description))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
