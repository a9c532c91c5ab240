package nl.aanspreekpunt.web.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.exceptions.ServerErrorException;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Feeding;
import nl.aanspreekpunt.official.Administrators;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.FedMistake;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.People;
import nl.aanspreekpunt.official.Person;

/**
 * Users come, change and go. A user whose mailbox is that of an official is that official; a new
 * one becomes an official once enough is known.
 */
final class ScimUsers {
  private static final int TRIES = 5;
  private static final int MOST_OF_A_NAME = 50;

  private final People people;
  private final Feeding feeding;
  private final Directories directories;
  private final ScimSchema schema;
  private final UserShape shape;
  private final Clock clock;

  ScimUsers(
      People people,
      Feeding feeding,
      Directories directories,
      ScimSchema schema,
      UserShape shape,
      Clock clock) {
    this.people = people;
    this.feeding = feeding;
    this.directories = directories;
    this.schema = schema;
    this.shape = shape;
    this.clock = clock;
  }

  /** Makes the next resource of the one that is kept. */
  interface Change {
    ObjectNode of(ObjectNode before) throws ScimException;
  }

  Future<Person> find(String id) {
    return people
        .find(id)
        .compose(
            found ->
                found
                    .filter(one -> !one.removed())
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(gone(id))));
  }

  private static ScimException gone(String id) {
    return new ResourceNotFoundException("there is no user '" + id + "'");
  }

  Future<Person> create(JsonNode request) {
    try {
      ObjectNode user = schema.accept(request);
      return unused(UserShape.userName(user), null).compose(free -> create(user, firstId(user), 1));
    } catch (ScimException e) {
      return Future.failedFuture(e);
    }
  }

  /** The official with this mailbox, else an id of the user name. */
  private String firstId(ObjectNode user) {
    String mailbox = UserShape.mailbox(user).orElse("");
    return directories.current().officials().stream()
        .filter(one -> one.email().equals(mailbox))
        .map(Official::id)
        .findFirst()
        .orElseGet(() -> Fed.id(UserShape.userName(user)));
  }

  private Future<Person> create(ObjectNode user, String id, int attempt) {
    if (isOfAnother(id, user)) {
      return create(user, Fed.id(UserShape.userName(user)) + "-" + (attempt + 1), attempt + 1);
    }
    Person person = person(id, 1, user, null);
    return checked(person)
        .compose(fits -> people.add(person))
        .compose(
            added ->
                added
                    ? feeding.carryOut(person)
                    : people.find(id).compose(o -> again(o, user, id, attempt)));
  }

  /** An official by this id who has another mailbox. */
  private boolean isOfAnother(String id, ObjectNode user) {
    String mailbox = UserShape.mailbox(user).orElse("");
    return directories
        .current()
        .official(id)
        .filter(one -> !one.email().equals(mailbox))
        .isPresent();
  }

  /** One who was removed comes again; else it is a namesake, or the same at the same moment. */
  private Future<Person> again(Optional<Person> other, ObjectNode user, String id, int attempt) {
    Person there = other.orElseThrow();
    if (there.removed()) {
      Person person = person(id, there.version() + 1, user, there);
      return people
          .replace(person, there.version())
          .compose(first -> first ? feeding.carryOut(person) : create(user, id, attempt));
    }
    if (UserShape.userName(user).equals(there.userName()) || attempt == MOST_OF_A_NAME) {
      return Future.failedFuture(taken());
    }
    return create(user, Fed.id(UserShape.userName(user)) + "-" + (attempt + 1), attempt + 1);
  }

  private static ScimException taken() {
    return ResourceConflictException.uniqueness("another user has this userName");
  }

  /** The last administrator does not leave: nobody could change the directory again. */
  private Future<Void> stays(Person before, boolean active) {
    return before.active()
            && !active
            && Administrators.isLast(directories.current(), before.id(), clock.instant())
        ? Future.failedFuture(
            DirectoryRefused.because(
                List.of(
                    "'"
                        + before.id()
                        + "' is the last administrator; make somebody else one first.")))
        : Future.succeededFuture();
  }

  private Future<Void> unused(String userName, String but) {
    return people
        .byUserName(userName)
        .compose(
            found ->
                found.filter(one -> !one.removed() && !one.id().equals(but)).isPresent()
                    ? Future.failedFuture(taken())
                    : Future.succeededFuture());
  }

  /** Nobody else has their mailbox or address: that cannot be completed later. */
  private Future<Void> checked(Person person) {
    return directories
        .mistakes(List.of(person.fed()))
        .compose(
            mistakes -> {
              Optional<FedMistake> twice =
                  mistakes.stream().filter(one -> one.what() == FedMistake.What.TAKEN).findFirst();
              return twice.isPresent()
                  ? Future.failedFuture(
                      ResourceConflictException.uniqueness(
                          "another has the " + twice.get().field() + " " + twice.get().value()))
                  : Future.succeededFuture();
            });
  }

  Future<Person> change(String id, Change how) {
    return change(id, how, TRIES);
  }

  private Future<Person> change(String id, Change how, int left) {
    return find(id)
        .compose(
            before -> {
              try {
                ObjectNode user = schema.accept(how.of(UserShape.stored(before)));
                Person after = person(id, before.version() + 1, user, before);
                return same(before, after)
                    ? Future.succeededFuture(before)
                    : unused(after.userName(), id)
                        .compose(free -> checked(after))
                        .compose(fits -> stays(before, after.active()))
                        .compose(fits -> replace(before, after, how, left));
              } catch (ScimException e) {
                return Future.failedFuture(e);
              }
            });
  }

  private static boolean same(Person before, Person after) {
    return !before.waiting()
        && before.resource().equals(after.resource())
        && before.active() == after.active();
  }

  private Future<Person> replace(Person before, Person after, Change how, int left) {
    return people
        .replace(after, before.version())
        .compose(
            first -> {
              if (first) {
                return feeding.carryOut(after);
              }
              return left > 1
                  ? change(before.id(), how, left - 1)
                  : Future.failedFuture(new ServerErrorException("this user changes too often"));
            });
  }

  /** Who is removed leaves; what happened under their name stays. */
  Future<Person> remove(String id) {
    return find(id)
        .compose(
            before -> {
              Person gone =
                  new Person(
                      id,
                      before.version() + 1,
                      null,
                      null,
                      false,
                      true,
                      before.resource(),
                      before.fed(),
                      List.of(),
                      false,
                      Person.Turn.LEAVES,
                      true,
                      before.createdAt(),
                      clock.instant());
              return stays(before, false)
                  .compose(others -> people.replace(gone, before.version()))
                  .compose(first -> first ? feeding.carryOut(gone) : remove(id));
            });
  }

  /**
   * @param before null for a new one
   */
  private Person person(String id, long version, ObjectNode user, Person before) {
    Directory directory = directories.current();
    Instant now = clock.instant();
    Fed fed = shape.fed(id, user, directory);
    boolean active = UserShape.active(user);
    boolean was = before == null || before.active();
    Person.Turn turn = was == active ? null : active ? Person.Turn.RETURNS : Person.Turn.LEAVES;
    Person.Turn unfinished = before == null ? null : before.turn();
    return new Person(
        id,
        version,
        UserShape.userName(user),
        user.path("externalId").isTextual() ? user.path("externalId").asText() : null,
        active,
        false,
        user.toString(),
        fed,
        List.of(),
        false,
        turn == null ? unfinished : turn,
        true,
        before == null || before.removed() ? now : before.createdAt(),
        now);
  }
}
