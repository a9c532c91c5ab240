package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.work.moving.Steps;

/** From what an official leaves behind to the page on which it is given to others. */
final class DepartureView {
  private final Frame frame;
  private final Official official;
  private final Moment moment;
  private final Directory directory;
  private final Names names;
  private final DueWords dues;

  DepartureView(Frame frame, Official official, Moment moment) {
    this.frame = frame;
    this.official = official;
    this.moment = moment;
    this.directory = moment.directory();
    this.names = new Names(directory, frame.words());
    this.dues = new DueWords(frame.moments());
  }

  /**
   * @param households those that have them as their one standing official
   * @param leads the reader leads their team, and may open those
   * @param reader official id of who is to read later mail, unless somebody chooses otherwise
   * @param wanted which item is to be the first on the page
   */
  DeparturePage page(
      List<Departing.Item> leaves,
      Optional<Handover> handover,
      int standing,
      List<Household> households,
      boolean leads,
      String reader,
      int wanted,
      Form typed,
      String problem) {
    List<Departing.Item> all =
        leaves.stream().filter(item -> access(item.moves()) != Access.NONE).toList();
    int from = wanted < all.size() ? wanted : 0;
    List<Departing.Item> shown =
        all.subList(from, Math.min(all.size(), from + DeparturePage.SHOWN));
    return new DeparturePage(
        frame,
        official.id(),
        official.name(),
        official.address(),
        departure().map(Departure::at).orElse(null),
        departure().filter(one -> one.at().isAfter(moment.now())).isPresent(),
        departure().flatMap(one -> handover).map(one -> one.backNow(moment.now())).orElse(null),
        typed.get("day"),
        handover.filter(one -> one.confirmed() && departure().isPresent()).isPresent(),
        all.stream().mapToInt(item -> item.moves().openPromises().size()).sum(),
        standing,
        households.size(),
        households.stream()
            .filter(it -> leads)
            .map(it -> new Choice("/werk/huishoudens/" + it.id(), it.name(), false))
            .toList(),
        shown.stream().map(item -> item(item, note(item, handover, typed))).toList(),
        from,
        all.size(),
        departure().map(Departure::successor).map(names::of).orElse(null),
        colleagues(reader, one -> true),
        typed.get("note"),
        steps(handover.filter(Handover::confirmed).isPresent(), all.size()),
        handover.filter(one -> !one.comesBack()).map(one -> one.moved().size()).orElse(0),
        team(),
        problem);
  }

  private static final List<String> STEPS = List.of("mark", "choose", "follow", "told");

  /** From 1. */
  static Steps steps(Frame frame, int now) {
    return new Steps(now, STEPS.stream().map(one -> frame.say("departure.step." + one)).toList());
  }

  private Steps steps(boolean confirmed, int left) {
    if (departure().isEmpty()) {
      return steps(frame, 1);
    }
    return steps(frame, !confirmed ? 2 : left > 0 ? 3 : 4);
  }

  /** A complaint about who looks at this moves as well, unseen. */
  private Access access(Case one) {
    return Access.of(one, frame.viewer().official(), frame.viewer().roles(), moment);
  }

  private Optional<Departure> departure() {
    return directory.departures().stream()
        .filter(gone -> gone.official().equals(official.id()))
        .findFirst();
  }

  private NoteField note(Departing.Item item, Optional<Handover> handover, Form typed) {
    String number = item.moves().id();
    String stored = handover.map(one -> one.notes().get(number)).orElse("");
    return access(item.moves()).mayAct() ? NoteField.of(item.moves(), frame, stored, typed) : null;
  }

  private DeparturePage.Item item(Departing.Item item, NoteField note) {
    Case one = item.moves();
    boolean subject = access(one).showsSubject(one);
    return new DeparturePage.Item(
        one.id(),
        subject ? names.subject(one) : frame.say("case.title", one.id()),
        one.openPromises().stream()
            .map(promise -> names.kind(promise) + " · " + dues.say(promise.attentionAt()))
            .toList(),
        new RouteWords(directory, frame.words()).why(item.proposal()),
        names.of(item.to()),
        colleagues(item.to(), colleague -> !one.barred().contains(colleague.id())),
        note);
  }

  /** Colleagues for whom the board has a column (official ids). */
  private String team() {
    return directory.officials().stream()
        .filter(one -> one.team().equals(official.team()) && !one.id().equals(official.id()))
        .filter(one -> directory.employed(one.id(), moment.now()))
        .map(Official::id)
        .collect(Collectors.joining(" "));
  }

  private List<Choice> colleagues(String chosen, Predicate<Official> may) {
    return directory.officials().stream()
        .filter(one -> directory.employed(one.id(), moment.now()))
        .filter(one -> !one.id().equals(official.id()))
        .filter(may)
        .map(one -> new Choice(one.id(), label(one), one.id().equals(chosen)))
        .toList();
  }

  private String label(Official one) {
    return one.name() + new AwayWords(frame, moment).beside(one.id());
  }
}
