package nl.aanspreekpunt.web.work.desk;

import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.phone.desk.DeskCall;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.work.Names;

/** From a call at the desk to what a clerk sees of it. */
record LineView(Frame frame, Names names, String me, String before) {
  /** A link of the page to itself would lose what is typed there. */
  LineView {
    before = before == null ? "" : before;
  }

  LinePage page(List<DeskCall> open, List<DeskCall> missed) {
    return new LinePage(
        frame,
        open.stream().flatMap(one -> row(one).stream()).toList(),
        missed.stream().map(this::missed).toList());
  }

  private Optional<LinePage.Row> row(DeskCall call) {
    boolean open = before.endsWith("gesprek=" + call.id());
    String path = open ? null : "/werk/nieuw?gesprek=" + call.id();
    if (me.equals(call.by())) {
      return Optional.of(new LinePage.Row(call.id(), mine(call), path, call.through() == null));
    }
    boolean rings = call.by() == null && call.rung().contains(me);
    return rings
        ? Optional.of(
            new LinePage.Row(
                call.id(), frame.say("desk.line.rings", who(call)), path, call.rung().size() == 1))
        : Optional.empty();
  }

  private String mine(DeskCall call) {
    if (call.gone()) {
      return frame.say("desk.line.gone", names.of(call.through().accepted()));
    }
    if (call.cameBack()) {
      return frame.say("desk.line.back", who(call));
    }
    if (call.through() != null) {
      return call.through()
          .rings()
          .map(it -> frame.say("desk.line.through", names.of(it)))
          .orElseGet(() -> frame.say("desk.line.connecting"));
    }
    return frame.say("desk.line.mine", who(call));
  }

  private String who(DeskCall call) {
    return call.caller() == null ? frame.say("desk.line.hidden") : Person.shown(call.caller());
  }

  private LinePage.Row missed(DeskCall call) {
    String said = frame.say("desk.line.missed", frame.moments().time(call.at()), who(call));
    String path = call.caller() == null ? null : "/werk/nieuw?who=%2B" + call.caller().substring(1);
    return new LinePage.Row(call.id(), said, path, false);
  }
}
