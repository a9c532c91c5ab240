package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.Objects;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Replying;

/** An answer that goes only while its author saw all that came in. */
record SeenReply(Replying reply) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    return Objects.equals(before.lastReceived(), reply.seen())
        ? reply.on(before, moment)
        : Decision.refused("newer-message", "text");
  }

  SeenReply with(List<CaseEvent.Photo> files) {
    return new SeenReply(reply.with(files));
  }
}
