package nl.aanspreekpunt.web.work.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.search.Searching;
import nl.aanspreekpunt.search.View;
import nl.aanspreekpunt.search.Views;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** What was found, in words. */
record SearchView(Frame frame, Directory directory, Official me) {
  private static final int MANY = 400;

  private Names names() {
    return new Names(directory, frame.words());
  }

  SearchPage.Choices choices(SearchAddress address) {
    String language = frame.words().language();
    List<Choice> officials =
        Stream.concat(
                Stream.of(new Choice(SearchAddress.ME, frame.say("search.me"), false)),
                directory.officials().stream()
                    .limit(MANY)
                    .map(one -> new Choice(one.id(), one.name(), false)))
            .map(one -> one.when(address.get("wie")))
            .toList();
    return new SearchPage.Choices(
        Arrays.stream(Case.State.values())
            .map(one -> choice(one.name(), "case.", address.get("staat")))
            .toList(),
        directory.teams().stream()
            .map(one -> new Choice(one.id(), one.name(), false).when(address.get("team")))
            .toList(),
        directory.topics().stream()
            .map(one -> new Choice(one.id(), one.name().in(language), false))
            .map(one -> one.when(address.get("onderwerp")))
            .toList(),
        officials,
        Stream.of(
                Channel.EMAIL,
                Channel.WEB,
                Channel.SMS,
                Channel.WHATSAPP,
                Channel.PHONE,
                Channel.API)
            .map(one -> new Choice(one.name(), frame.say("search.channel." + one), false))
            .map(one -> one.when(address.get("kanaal")))
            .toList());
  }

  private Choice choice(String name, String key, String chosen) {
    String value = name.toLowerCase(Locale.ROOT);
    return new Choice(value, frame.say(key + value), value.equals(chosen));
  }

  /** Newest first; what is one citizen's stands together. */
  List<SearchPage.Group> groups(List<Searching.Hit> hits) {
    Map<String, List<Searching.Hit>> byCitizen = new LinkedHashMap<>();
    hits.forEach(
        hit -> {
          boolean somebody = hit.one().citizen() != null && hit.one().care().policy() == null;
          String of = somebody ? hit.one().citizen() : hit.one().id();
          byCitizen.computeIfAbsent(of, citizen -> new ArrayList<>()).add(hit);
        });
    return byCitizen.values().stream()
        .map(
            some ->
                new SearchPage.Group(
                    some.size() == 1 ? null : names().citizen(some.get(0).one()),
                    some.stream().map(hit -> row(hit, some.size() == 1)).toList()))
        .toList();
  }

  private SearchPage.Row row(Searching.Hit hit, boolean alone) {
    Case one = hit.one();
    boolean late = one.open() && one.dueAt() != null && frame.moments().past(one.dueAt());
    return new SearchPage.Row(
        one.id(),
        names().subject(one),
        alone ? names().citizen(one) : "",
        facts(one),
        hit.at(),
        late,
        hit.excerpt());
  }

  private String facts(Case one) {
    String state = frame.say(one.open() ? "case.open" : "case.closed");
    return state + " · " + names().of(one.official());
  }

  SearchPage.Glimpse glimpse(Case one, Access access) {
    return new SearchPage.Glimpse(
        one.id(), access.showsSubject(one) ? names().subject(one) : null, facts(one));
  }

  SearchPage.Kept kept(View view) {
    return new SearchPage.Kept(
        view.id(),
        view.name(),
        SearchRoutes.VIEWS + "/" + view.id(),
        view.team() == null ? null : names().team(view.team()),
        Views.mayChange(view, me, directory));
  }

  /** How much is shown; whether there is more is said, not how much. */
  String many(Searching.Found found) {
    int shown = found.hits().size();
    if (found.next() != null) {
      return frame.say("search.many.more", shown);
    }
    return shown == 0
        ? frame.say(found.glimpses().isEmpty() ? "search.many.none" : "search.many.glimpses")
        : shown == 1 ? frame.say("search.many.one") : frame.say("search.many", shown);
  }

  List<String> empty(SearchAddress address, Searching.Found found) {
    if (!found.hits().isEmpty() || !found.glimpses().isEmpty()) {
      return List.of();
    }
    List<String> tries = new ArrayList<>();
    if (!found.words() && !address.get("q").isEmpty()) {
      tries.add(frame.say("search.try.common"));
      return tries;
    }
    tries.add(frame.say("search.try.fewer"));
    tries.add(frame.say("search.try.begin"));
    tries.add(frame.say("search.try.number"));
    tries.add(frame.say("search.try.yours"));
    return tries;
  }
}
