package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.web.Frame;

/**
 * Who is linked to the citizen whose link this is, and the questions of others that they may see:
 * while the link lasts, and never what is confidential or a complaint.
 *
 * @param story whether there is a story so far for them to read
 */
public record Together(List<Linked> linked, List<Shared> shared, boolean story) {
  static final Together NONE = new Together(List.of(), List.of(), false);

  /**
   * Somebody who is linked to them.
   *
   * @param they what the other may do in their questions, in words; null: nothing
   * @param you what they may do in the other's, in words; null: nothing
   * @param asks they may ask about the other's
   */
  public record Linked(
      String household, String other, String name, String they, String you, boolean asks) {}

  /** Another's question that they may see. */
  public record Shared(String number, String subject, String name, boolean open) {}

  public boolean none() {
    return linked.isEmpty() && shared.isEmpty();
  }

  /**
   * A link by which a citizen sees another's questions.
   *
   * @param asks they may ask about them as well
   */
  record Sees(String citizen, String other, String name, boolean asks) {}

  /** The story so far that is theirs to read. */
  record Story(SoFarWork.Subject subject, SoFar story) {}

  /** Reads it from the store. */
  public record From(Identities identities, SoFarWork soFar, Cases cases) {
    private static final int OF_ONE = 20;

    /** Nothing through an address that several people use: nobody knows who reads it. */
    private Future<Optional<Identity>> who(Participant participant) {
      return identities
          .find(participant.address())
          .map(found -> found.filter(one -> !one.shared()));
    }

    Future<Together> read(Participant participant, Frame frame) {
      return who(participant)
          .compose(
              found ->
                  found.isEmpty()
                      ? Future.succeededFuture(NONE)
                      : theirs(found.get())
                          .compose(all -> together(found.get().citizen(), all, frame)));
    }

    /** Of them alone, or of the household whose questions they may all see. */
    Future<Optional<Story>> story(Participant participant) {
      return who(participant)
          .compose(
              found ->
                  found.isEmpty()
                      ? Future.succeededFuture(Optional.empty())
                      : theirs(found.get()).compose(all -> story(found.get().citizen(), all)));
    }

    private Future<Optional<Story>> story(String citizen, List<Household> all) {
      SoFarWork.Subject of = SoFarWork.Subject.of(citizen, all);
      return of.readBy(citizen)
          ? soFar.find(of).map(found -> found.map(it -> new Story(of, it)))
          : Future.succeededFuture(Optional.empty());
    }

    private Future<List<Household>> theirs(Identity one) {
      return soFar
          .households()
          .findAll(one.households())
          .map(all -> all.stream().filter(it -> it.holds(one.citizen())).toList());
    }

    private Future<Together> together(String citizen, List<Household> all, Frame frame) {
      List<Future<List<Shared>>> each = sees(citizen, all).stream().map(this::shared).toList();
      return Future.all(each)
          .compose(read -> story(citizen, all))
          .map(
              story ->
                  new Together(
                      linked(citizen, all, frame),
                      each.stream().flatMap(it -> it.result().stream()).toList(),
                      story.isPresent()));
    }

    private static List<Linked> linked(String citizen, List<Household> all, Frame frame) {
      List<Linked> linked = new ArrayList<>();
      for (Household one : all) {
        Set<String> others = new LinkedHashSet<>();
        for (Household.Link link : one.lasting()) {
          if (link.of().equals(citizen)) {
            others.add(link.to());
          } else if (link.to().equals(citizen)) {
            others.add(link.of());
          }
        }
        for (String other : others) {
          linked.add(
              new Linked(
                  one.id(),
                  other,
                  name(one, other),
                  words(frame, one.rights(citizen, other)),
                  words(frame, one.rights(other, citizen)),
                  one.rights(other, citizen).ask()));
        }
      }
      return linked;
    }

    private static String name(Household one, String citizen) {
      return one.member(citizen).map(Household.Member::name).orElse("");
    }

    private static String words(Frame frame, Household.Rights rights) {
      List<String> all = new ArrayList<>();
      if (rights.see()) {
        all.add(frame.say("household.right.see"));
      }
      if (rights.ask()) {
        all.add(frame.say("household.right.ask"));
      }
      if (rights.decide()) {
        all.add(frame.say("household.right.decide"));
      }
      return all.isEmpty() ? null : String.join(", ", all);
    }

    private static List<Sees> sees(String citizen, List<Household> all) {
      Map<String, Sees> sees = new LinkedHashMap<>();
      for (Household one : all) {
        one.lasting().stream()
            .filter(link -> link.to().equals(citizen) && link.rights().see())
            .forEach(
                link ->
                    sees.putIfAbsent(
                        link.of(),
                        new Sees(citizen, link.of(), name(one, link.of()), asks(all, link))));
      }
      return List.copyOf(sees.values());
    }

    private static boolean asks(List<Household> all, Household.Link link) {
      return all.stream().anyMatch(one -> one.rights(link.of(), link.to()).ask());
    }

    private Future<List<Shared>> shared(Sees by) {
      return cases
          .ofCitizen(by.other(), OF_ONE)
          .map(
              all ->
                  all.stream()
                      .filter(Together::shows)
                      .map(it -> new Shared(it.id(), it.subject(), by.name(), it.open()))
                      .toList());
    }

    /** The link by which they see this question now; empty when they do not, or not any more. */
    Future<Optional<Sees>> sees(Participant participant, Case one) {
      return who(participant)
          .compose(
              found ->
                  found.isEmpty() || !shows(one)
                      ? Future.succeededFuture(Optional.empty())
                      : theirs(found.get())
                          .map(
                              all ->
                                  sees(found.get().citizen(), all).stream()
                                      .filter(it -> it.other().equals(one.citizen()))
                                      .findFirst()));
    }

    /** By which of a case's participants its own citizen writes. */
    Future<List<Participant>> own(Case one) {
      return identities
          .ofCitizen(one.citizen())
          .map(
              all ->
                  one.participants().stream()
                      .filter(
                          who -> all.stream().anyMatch(it -> it.id().equals(who.address().id())))
                      .toList());
    }

    /** Whether these two are linked, and one of them is whose page this is. */
    Future<Optional<String>> me(Participant participant, String household, String other) {
      return who(participant)
          .compose(
              found ->
                  found.isEmpty()
                      ? Future.succeededFuture(Optional.empty())
                      : theirs(found.get())
                          .map(
                              all ->
                                  all.stream()
                                          .filter(it -> it.id().equals(household))
                                          .anyMatch(it -> it.holds(other))
                                      ? Optional.of(found.get().citizen())
                                      : Optional.empty()));
    }
  }

  /** Neither what is confidential, nor of whom it is not certain whose it is. */
  static boolean shows(Case one) {
    return !one.hidesSubject()
        && !one.joined()
        && !one.route().uncertain()
        && one.care().policy() == null;
  }
}
