package nl.aanspreekpunt.casework.backing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Backed;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * "I want to deviate from … because …": the manager of the team says within the norm whether they
 * stand behind it; whoever acts for them when they are away, and the next one when they must not
 * read the case, or ask it themselves.
 *
 * @param from what from
 * @param because why
 * @param by official id
 */
public record AskingBacking(String from, String because, String by) implements Act {
  /** Characters of each. */
  public static final int LONGEST = 500;

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (from == null || from.isBlank()) {
      return Decision.refused("deviation-needed", "from");
    }
    if (because == null || because.isBlank()) {
      return Decision.refused("because-needed", "because");
    }
    if (from.length() > LONGEST || because.length() > LONGEST) {
      return Decision.refused("deed-too-long", from.length() > LONGEST ? "from" : "because");
    }
    if (!before.care().backed().open().isEmpty()) {
      return Decision.refused("backing-open");
    }
    Draft draft = new Draft(before, moment);
    Optional<String> manager = manager(draft);
    if (manager.isEmpty()) {
      return Decision.refused("nobody-backs");
    }
    ask(draft, manager.get());
    return draft.done();
  }

  private void ask(Draft draft, String manager) {
    Promise promise = draft.inward.ask(PromiseKind.BACKING, manager, by);
    Backed all = draft.care().backed();
    Backing asked =
        new Backing(
            draft.before.id() + "-b" + (all.all().size() + 1),
            by,
            from.strip(),
            because.strip(),
            draft.now(),
            promise.id(),
            Backing.State.ASKED,
            null,
            null,
            null);
    draft.care(draft.care().with(all.with(asked)));
    draft.event(
        new CaseEvent.BackingAsked(draft.now(), by, manager, asked.from(), asked.because()));
  }

  private Optional<String> manager(Draft draft) {
    Directory directory = draft.directory();
    List<String> except = new ArrayList<>(draft.before.barred());
    except.add(draft.responsible());
    except.add(by);
    return directory
        .team(draft.team())
        .map(Team::manager)
        .map(
            one ->
                directory.actingFor(
                    one,
                    draft.now(),
                    Dues.due(PromiseKind.BACKING, draft.moment, draft.matter()),
                    except))
        .map(Official::id)
        .filter(one -> !except.contains(one) && draft.inward.cannot(one).isEmpty());
  }
}
