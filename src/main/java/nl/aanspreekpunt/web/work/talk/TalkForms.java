package nl.aanspreekpunt.web.work.talk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.talk.CallingOff;
import nl.aanspreekpunt.casework.talk.Cautioning;
import nl.aanspreekpunt.casework.talk.Fulfilling;
import nl.aanspreekpunt.casework.talk.Hushing;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.casework.talk.PuttingDown;
import nl.aanspreekpunt.casework.talk.Rescheduling;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.work.Form;

/**
 * From the forms on the page of a talk to what they do.
 *
 * @param agreed about contact with the citizen; null: nothing
 */
record TalkForms(
    Form form, Case one, Directory directory, String by, Identity.AgreedContact agreed) {
  /** The form of that name; empty for one that is not here. */
  Optional<Act> act(String name, String municipality) {
    return Optional.ofNullable(
        switch (name) {
          case "plannen" -> plan(municipality);
          case "verzetten" -> move();
          case "afzeggen" -> new CallingOff(form.get("talk"), form.get("offWhy"), by);
          case "let-op" -> new Cautioning(form.get("caution"), by);
          case "niet-hier" -> new Hushing(true, by);
          case "wel-hier" -> new Hushing(false, by);
          case "nagekomen" ->
              new Fulfilling(
                  form.get("promise"),
                  form.one("what", Fulfilling.What.values()),
                  form.get("said"),
                  by);
          default -> null;
        });
  }

  /** Of a proposed moment what it is for stands before it. */
  private record Slot(CaseEvent.Talk how, Instant from) {
    static Optional<Slot> of(String said) {
      String[] parts = said.split(" ", 2);
      try {
        return Optional.of(new Slot(CaseEvent.Talk.valueOf(parts[0]), Instant.parse(parts[1])));
      } catch (RuntimeException none) {
        return Optional.empty();
      }
    }
  }

  private Act plan(String municipality) {
    Optional<Address> phone = Addresses.phone(form.get("phone"));
    if (!form.get("phone").isEmpty() && phone.isEmpty()) {
      return refusing("phone", "phone");
    }
    Optional<Slot> slot = form.get("from").isEmpty() ? Slot.of(form.get("slot")) : Optional.empty();
    CaseEvent.Talk how =
        slot.map(Slot::how).orElseGet(() -> form.one("how", CaseEvent.Talk.values()));
    return (before, moment) -> {
      Instant from;
      try {
        from = slot.isPresent() ? slot.get().from() : form.local("from", moment.directory().zone());
      } catch (DateTimeException e) {
        return Decision.refused("moment-needed", "from");
      }
      Inviting plan =
          new Inviting(
              how,
              from,
              null,
              Desk.place(one, how, form.get("place"), municipality),
              form.get("about"),
              phone.map(Address::value).orElse(null),
              form.get("caution"),
              by);
      return new DespiteContact(plan, agreed, form.get("despite"), by).on(before, moment);
    };
  }

  private Act move() {
    return (before, moment) -> {
      try {
        Instant from = form.local("moveTo", moment.directory().zone());
        return new Rescheduling(
                form.get("talk"), from, null, form.orNull("movePlace"), form.get("moveWhy"), by)
            .on(before, moment);
      } catch (DateTimeException e) {
        return Decision.refused("moment-needed", "from");
      }
    };
  }

  /** Which rows of what was agreed are filled in, so that a mistake is shown where it is. */
  List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 1; row <= TalkPage.ROWS; row++) {
      if (!form.get("agreed-" + row).isEmpty() || !form.get("due-" + row).isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  PuttingDown putDown(List<CaseEvent.Photo> photos) {
    List<PuttingDown.Agreement> agreed =
        rows().stream()
            .map(row -> new PuttingDown.Agreement(form.get("agreed-" + row), due("due-" + row)))
            .toList();
    return new PuttingDown(
        form.orNull("talk"),
        form.one("held", CaseEvent.Talk.values()),
        form.get("present"),
        form.get("note"),
        form.get("theirs"),
        agreed,
        photos,
        form.orNull("seen"),
        by);
  }

  /** The end of that working day; null when it is none. */
  private Instant due(String field) {
    return form.day(field, directory.zone())
        .map(day -> directory.clock(one.team()).dayEnd(day))
        .orElse(null);
  }

  /** How the field of a refusal is called on that form. */
  String field(String name, String refused) {
    return switch (name) {
      case "verzetten" ->
          switch (refused) {
            case "from", "until" -> "moveTo";
            case "place" -> "movePlace";
            default -> "moveWhy";
          };
      case "afzeggen" -> "offWhy";
      case "nagekomen" -> "said-" + form.get("promise");
      case "gesproken" -> held(refused);
      default -> refused.equals("until") ? "from" : refused;
    };
  }

  private String held(String refused) {
    if (refused.equals("how")) {
      return "held";
    }
    String[] parts = refused.split("-", 2);
    return parts.length < 2 ? refused : parts[0] + "-" + rows().get(Integer.parseInt(parts[1]) - 1);
  }

  private static Act refusing(String code, String field) {
    return (before, moment) -> Decision.refused(code, field);
  }
}
