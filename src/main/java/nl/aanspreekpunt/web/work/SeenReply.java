package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.planned.Newer;

/** An answer that goes only while its author saw all that people wrote. */
public record SeenReply(Replying reply) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    return Newer.in(before, reply.seen())
        ? Decision.refused("newer-message", "text")
        : reply.on(before, moment);
  }

  public SeenReply with(List<CaseEvent.Photo> files) {
    return new SeenReply(reply.with(files));
  }
}
