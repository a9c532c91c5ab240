package nl.aanspreekpunt.web.work.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.bulk.Kind;
import nl.aanspreekpunt.web.work.keys.CommandsPage.Command;

/** What the command palette offers to one reader: the acts of this page, cases, and pages. */
record Commands(Frame frame, Moment moment) {
  private static final int MOST = 12;

  /** Acts of a case: the last part of their text's key, and where on the page they are done. */
  private static final List<String> ACTS =
      List.of("antwoord", "gesprek", "bellen", "overdragen", "aanbieden", "notitie", "sluiten");

  /**
   * @param here the case whose page is open
   * @param named the case whose number was typed
   * @param own cases with something promised by who reads
   */
  List<Command> of(String typed, Optional<Case> here, Optional<Case> named, List<Case> own) {
    String sought = typed.strip().toLowerCase(Locale.ROOT);
    Stream<Command> acts =
        here.filter(one -> access(one).mayAct()).stream()
            .flatMap(one -> ACTS.stream().map(act -> acting(one, act)));
    Stream<Command> cases =
        Stream.concat(
                named.filter(one -> access(one) != Access.NONE).stream(),
                own.stream()
                    .filter(one -> !sought.isEmpty() && access(one).mayAct())
                    .filter(one -> of(one).words().toLowerCase(Locale.ROOT).contains(sought)))
            .distinct()
            .map(this::of);
    List<Command> all = new ArrayList<>();
    acts.filter(one -> fits(one, sought)).forEach(all::add);
    cases.forEach(all::add);
    pages().filter(one -> fits(one, sought)).forEach(all::add);
    if (here.isEmpty()) {
      Stream.of(Kind.values())
          .map(it -> new Command(frame.say(it.key("title")), frame.say("keys.page"), it.path()))
          .filter(one -> fits(one, sought))
          .forEach(all::add);
    }
    return all.stream().distinct().limit(MOST).toList();
  }

  private static boolean fits(Command one, String sought) {
    return one.words().toLowerCase(Locale.ROOT).contains(sought);
  }

  private Access access(Case one) {
    Viewer viewer = frame.viewer();
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private Command acting(Case one, String act) {
    return new Command(frame.say("keys.act." + act), frame.say("keys.here"), path(one) + "#" + act);
  }

  private Command of(Case one) {
    Names names = new Names(moment.directory(), frame.words());
    String what =
        access(one).showsSubject(one)
            ? names.subject(one) + " (" + one.id() + ")"
            : frame.say("case.title", one.id());
    return new Command(what, frame.say("keys.case"), path(one));
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  private Stream<Command> pages() {
    Viewer viewer = frame.viewer();
    List<Command> all = new ArrayList<>();
    add(all, "nav.today", "/werk", true);
    add(all, "nav.new", "/werk/nieuw", true);
    add(all, "nav.calls", "/werk/bellen", true);
    add(all, "nav.worklist", "/werk/onzeker", true);
    add(all, "mine.title", "/werk/mijn-pagina", true);
    add(all, "nav.away", "/werk/afwezig", true);
    add(all, "nav.team", "/werk/team", viewer.leads());
    add(all, "setup.title", "/werk/beheer", viewer.is(Role.ADMINISTRATOR));
    boolean trail = viewer.is(Role.ADMINISTRATOR) || viewer.is(Role.AUDITOR);
    add(all, "trail.title", "/werk/beheer/spoor", trail);
    add(all, "nav.directory", "/werk/gids", viewer.is(Role.ADMINISTRATOR));
    add(all, "nav.council", "/werk/raad", viewer.leads() || viewer.is(Role.AUDITOR));
    add(all, "nav.frictions", "/werk/knelpunten", true);
    add(all, "nav.stories", "/werk/verhalen", true);
    add(all, "principles.title", "/werk/uitgangspunten", true);
    add(all, "norms.title", "/werk/normen", true);
    add(all, "mine.password", "/wachtwoord", true);
    boolean administers = viewer.is(Role.ADMINISTRATOR);
    add(all, "gids.title", "/werk/beheer/gids", administers);
    add(all, "lettertexts.title", "/werk/beheer/teksten", administers);
    add(all, "channels.title", "/werk/beheer/kanalen", administers);
    add(all, "problems.title", "/werk/beheer/problemen", administers);
    return all.stream();
  }

  private void add(List<Command> all, String key, String path, boolean theirs) {
    if (theirs) {
      all.add(new Command(frame.say(key), frame.say("keys.page"), path));
    }
  }
}
