package nl.aanspreekpunt.web;

import java.util.List;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;

/**
 * Who was weighed for a case, as one reader may see it: figures about somebody are for themselves
 * and who leads them.
 *
 * @param others how many are left out
 */
public record Weighed(List<Candidate> candidates, int others) {
  public static Weighed of(Match match, Predicate<Official> mayKnow, Directory directory) {
    List<Candidate> all = match.choice().map(choice -> choice.candidates()).orElse(List.of());
    List<Candidate> known =
        all.stream()
            .filter(one -> directory.official(one.official()).filter(mayKnow).isPresent())
            .toList();
    return new Weighed(known, all.size() - known.size());
  }

  /** What an official may know: of themselves, and of the teams they lead. */
  public static Predicate<Official> by(String reader, Directory directory) {
    List<String> led = directory.ledBy(reader).stream().map(Team::id).toList();
    return one -> one.id().equals(reader) || led.contains(one.team());
  }
}
