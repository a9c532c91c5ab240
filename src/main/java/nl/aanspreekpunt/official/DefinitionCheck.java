package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what the file refers to is there, and nobody and nothing is named twice. */
final class DefinitionCheck {
  private final Definition definition;
  private final DirectorySettings settings;
  private final Mistakes mistakes;
  private final Set<String> officials;
  private final Set<String> teams;
  private final Set<String> topics;
  private final Map<String, String> emails = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();

  DefinitionCheck(Definition definition, DirectorySettings settings, Mistakes mistakes) {
    this.definition = definition;
    this.mistakes = mistakes;
    this.settings = settings;
    officials = definition.officials().stream().map(Official::id).collect(Collectors.toSet());
    teams = definition.teams().stream().map(Team::id).collect(Collectors.toSet());
    topics = definition.topics().stream().map(Topic::id).collect(Collectors.toSet());
  }

  void run() {
    unique("teams", definition.teams().stream().map(Team::id).toList());
    unique("officials", definition.officials().stream().map(Official::id).toList());
    unique("topics", definition.topics().stream().map(Topic::id).toList());
    for (int i = 0; i < definition.teams().size(); i++) {
      team("teams[" + i + "]", definition.teams().get(i));
    }
    for (int i = 0; i < definition.officials().size(); i++) {
      official("officials[" + i + "]", definition.officials().get(i));
    }
    for (Absence absence : definition.absences()) {
      String place = "officials[" + indexOf(absence.official()) + "].absences";
      known(place + ".deputy", absence.deputy(), officials, "official");
      notOneself(place + ".deputy", absence.deputy(), absence.official());
    }
    for (int i = 0; i < definition.topics().size(); i++) {
      topic("topics[" + i + "]", definition.topics().get(i));
    }
    norms();
    intake();
    PrincipleReader.check(definition, mistakes);
    MoveReader.check(definition, mistakes);
  }

  private void unique(String place, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!ids.get(i).isEmpty() && !seen.add(ids.get(i))) {
        mistakes.add(
            place + "[" + i + "].id",
            Mistake.What.TWICE,
            ids.get(i),
            "'" + ids.get(i) + "' stands twice; another is expected");
      }
    }
  }

  private void team(String place, Team team) {
    known(place + ".coordinator", team.coordinator(), officials, "official");
    known(place + ".manager", team.manager(), officials, "official");
  }

  private void official(String place, Official official) {
    known(place + ".team", official.team(), teams, "team");
    known(place + ".deputy", official.deputy(), officials, "official");
    notOneself(place + ".deputy", official.deputy(), official.id());
    for (int i = 0; i < official.topics().size(); i++) {
      known(place + ".topics[" + i + "]", official.topics().get(i), topics, "topic");
    }
    for (int i = 0; i < official.neighbourhoods().size(); i++) {
      known(
          place + ".neighbourhoods[" + i + "]",
          official.neighbourhoods().get(i),
          definition.neighbourhoods().keySet(),
          "neighbourhood");
    }
    mailbox(place + ".email", official.email());
    address(place + ".address", official.address());
  }

  /** Notices to an address of the hub itself would come back in as new questions. */
  private void mailbox(String place, String email) {
    if (settings.domains().contains(Contact.domain(email))) {
      mistakes.add(
          place,
          Mistake.What.OWN_DOMAIN,
          email,
          "'" + email + "' is on the hub's own domain; the official's own mailbox is expected");
    }
    String before = emails.put(email, place);
    if (before != null) {
      mistakes.add(
          place,
          Mistake.What.TWICE,
          email,
          "'" + email + "' stands at " + before + " too; another is expected");
    }
  }

  private void address(String place, String address) {
    if (!settings.domains().contains(Contact.domain(address))) {
      mistakes.add(
          place,
          Mistake.What.NOT_OWN_DOMAIN,
          String.join(", ", settings.domains()),
          "'"
              + address
              + "' is not on the hub's domain; one of @"
              + String.join(", @", settings.domains())
              + " is expected");
    }
    String before = addresses.put(address, place);
    if (before != null) {
      mistakes.add(
          place,
          Mistake.What.TWICE,
          address,
          "'" + address + "' stands at " + before + " too; another is expected");
    }
  }

  private void topic(String place, Topic topic) {
    known(place + ".team", topic.team(), teams, "team");
    for (int i = 0; i < topic.addresses().size(); i++) {
      address(place + ".addresses[" + i + "]", topic.addresses().get(i));
    }
  }

  private void norms() {
    for (String topic : definition.norms().topics().keySet()) {
      if (!topic.equals(NormRules.DEFAULT)) {
        known("norms." + topic, topic, topics, "topic");
      }
    }
    List<NormRule> rules = definition.norms().rules();
    for (int i = 0; i < rules.size(); i++) {
      known("norms.rules[" + i + "].topic", rules.get(i).topic(), topics, "topic");
      known("norms.rules[" + i + "].team", rules.get(i).team(), teams, "team");
    }
  }

  private void intake() {
    Set<DayOfWeek> covered = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; i < definition.intake().size(); i++) {
      Duty duty = definition.intake().get(i);
      known("intake[" + i + "].official", duty.official(), officials, "official");
      covered.addAll(duty.days());
    }
    Uncovered.of(definition.hours().weekdays(), covered, "intake", "duty", mistakes);
  }

  private void known(String place, String id, Set<String> ids, String what) {
    if (id != null && !id.isEmpty() && !ids.contains(id)) {
      mistakes.add(
          place,
          Mistake.What.UNKNOWN,
          id,
          "there is no " + what + " '" + id + "'; the id of one is expected");
    }
  }

  private void notOneself(String place, String deputy, String official) {
    if (official.equals(deputy)) {
      mistakes.add(
          place, Mistake.What.ONESELF, "", "somebody else than '" + official + "' is expected");
    }
  }

  private int indexOf(String official) {
    return definition.officials().stream().map(Official::id).toList().indexOf(official);
  }
}
