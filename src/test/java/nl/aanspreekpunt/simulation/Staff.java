package nl.aanspreekpunt.simulation;

import java.util.List;

/** Who works in the simulated municipality: as the directory file that the hub reads. */
final class Staff {
  private static final String DOMAIN = "voorbeeldstad.example";
  private final Size size;
  private final Scenario scenario;
  private final List<Integer> hires;

  /**
   * @param hires the teams of those who come in the place of who leaves
   */
  Staff(Size size, Scenario scenario, List<Integer> hires) {
    this.size = size;
    this.scenario = scenario;
    this.hires = List.copyOf(hires);
  }

  /** The first of each team coordinates it. */
  static String official(int team, int n) {
    return "o" + team + "." + n;
  }

  static String hired(int n) {
    return "n" + n;
  }

  static String address(String official) {
    return official + "@" + DOMAIN;
  }

  /** A word that nothing else is called by. */
  static String word(int team) {
    return "onderwerp" + team + "x";
  }

  /** A word of what is urgent; nothing else is called by it. */
  static String urgentWord(int team) {
    return "spoed" + team + "x";
  }

  static boolean isUrgent(String topic) {
    return topic != null && topic.startsWith("u");
  }

  /** Who is on call for an urgent topic: the coordinator of its team. */
  static String onCall(String topic) {
    return official(Integer.parseInt(topic.substring(1)), 0);
  }

  private String urgent(int team) {
    String principle =
        scenario.human() == null || !scenario.human().principles()
            ? ""
            : ", principle: { words: { nl: Water, en: Water }, mandate: { nl: Doe, en: Do },"
                + " meanwhile: { nl: Ja, en: Yes }, urgency: PT4H, on-call: [{ phone: \"+31612345678\", official: "
                + official(team, 0)
                + " }] }";
    return "  - { id: u%d, name: { nl: U%d, en: U%d }, team: t%d, keywords: [%s]%s }%n"
        .formatted(team, team, team, team, urgentWord(team), principle);
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder("hours: { mon-fri: \"08:30-17:00\" }\n");
    if (!scenario.ladder()) {
      yaml.append("ladder: [{ at: \"100%\", to: official, does: remind }]\n");
    }
    yaml.append("intake:\n");
    for (int team = 0; team < size.teams(); team++) {
      yaml.append("  - { official: ").append(official(team, 0)).append(" }\n");
    }
    yaml.append("neighbourhoods: { stad: Stad }\nteams:\n");
    for (int team = 0; team < size.teams(); team++) {
      yaml.append(
          "  - { id: t%d, name: Team %d, coordinator: %s, manager: %s }%n"
              .formatted(team, team, official(team, 0), official((team + 1) % size.teams(), 0)));
    }
    yaml.append("topics:\n");
    for (int team = 0; team < size.teams(); team++) {
      yaml.append(
          "  - { id: s%d, name: { nl: S%d, en: S%d }, team: t%d, keywords: [%s] }%n"
              .formatted(team, team, team, team, word(team)));
      if (scenario.human() != null) {
        yaml.append(urgent(team));
      }
    }
    yaml.append("officials:\n");
    for (int team = 0; team < size.teams(); team++) {
      for (int n = 0; n < size.inTeam(); n++) {
        yaml.append(line(official(team, n), team, official(team, (n + 1) % size.inTeam())));
      }
    }
    for (int n = 0; n < hires.size(); n++) {
      yaml.append(line(hired(n), hires.get(n), official(hires.get(n), 1)));
    }
    return yaml.toString();
  }

  private String line(String id, int team, String deputy) {
    return "  - { id: %s, name: Ambtenaar %s, function: adviseur, team: t%d, email: %s, address: %s, topics: [s%d%s], capacity: 40%s }%n"
        .formatted(
            id,
            id,
            team,
            id + "@werk." + DOMAIN,
            address(id),
            team,
            scenario.human() == null ? "" : ", u" + team,
            scenario.deputies() ? ", deputy: " + deputy : "");
  }
}
