package nl.aanspreekpunt.outbox;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.property.Attendee;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A planned talk as an entry for a calendar (iCalendar, RFC 5545), sent as a request, or taken out
 * again (iTIP, RFC 5546, 3.2.2 and 3.2.5). Times are UTC. No answer is asked for: who cannot come
 * says so on their page, where a person sees it.
 */
record CalendarEntry(Saying saying, Outgoing entry) {
  static final String TYPE = "text/calendar";
  static final String NAME = "afspraak.ics";

  Portraits.Picture written() {
    boolean off = "off".equals(saying.fact("what"));
    ICalendar calendar = new ICalendar();
    calendar.setVersion(ICalVersion.V2_0);
    calendar.setProductId("-//Aanspreekpunt//Aanspreekpunt//NL");
    Method method = off ? Method.cancel() : Method.request();
    calendar.setMethod(method);
    calendar.addEvent(event(off));
    String text = Biweekly.write(calendar).go();
    String type = TYPE + "; charset=UTF-8; method=" + method.getValue();
    return new Portraits.Picture(type, Buffer.buffer(text));
  }

  private VEvent event(boolean off) {
    Notice notice = saying.notice;
    String own = saying.official.address();
    VEvent event = new VEvent();
    event.setUid(saying.fact("uid") + own.substring(own.indexOf('@')));
    event.setDateTimeStamp(utc(entry.createdAt()));
    event.setDateStart(utc(Instant.parse(saying.fact("at"))));
    event.setDateEnd(utc(Instant.parse(saying.fact("end"))));
    event.setSequence(Integer.parseInt(saying.fact("sequence")));
    event.setStatus(off ? Status.cancelled() : Status.confirmed());
    event.setClassification(Classification.private_());
    String who = notice.toStaff() ? "AGENDA.entry." : "APPOINTMENT.entry.";
    event.setSummary(saying.say(who + saying.fact("how")));
    event.setDescription(saying.say(who + "more"));
    if (saying.has("place")) {
      event.setLocation(saying.fact("place"));
    }
    event.setOrganizer(new Organizer(saying.official.name(), own));
    Attendee attendee = new Attendee((String) null, notice.to());
    attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
    attendee.setRsvp(false);
    event.addAttendee(attendee);
    return event;
  }

  private static ICalDate utc(Instant moment) {
    LocalDateTime at = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return new ICalDate(
        new DateTimeComponents(
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            true),
        true);
  }
}
