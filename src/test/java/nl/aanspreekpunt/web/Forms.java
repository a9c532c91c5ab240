package nl.aanspreekpunt.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.consult.AskingPartner;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.web.mine.Codes;

/** Every form that people are shown, those of one case among them, and who may send it. */
record Forms(Workplace workplace, Case one) {
  private static final Set<String> FOR_ANYBODY =
      Set.of("/vraag", "/inloggen", "/v/", "/p/", "/mijn-vragen", "/iemand-spreken");

  static Forms of(Workplace workplace) {
    Case one =
        workplace.question(
            "ans@elders.example",
            "Ans",
            "Mijn huur",
            "Te hoog.",
            "huur-en-onderhoud",
            Map.of("callbackPhone", "+31612345678"));
    Consult.Consent consent =
        new Consult.Consent(
            Consult.Consent.How.SPOKEN, "1", workplace.clock.instant(), "samira.elamrani");
    Address els = new Address(Address.Kind.EMAIL, "els@debrug.example");
    AskingPartner asks =
        new AskingPartner(
            "samira.elamrani", "De Brug", "Els", els, "Weet u dit?", List.of(), consent);
    Workplace.await(workplace.casework.change(one.id(), asks));
    AgreeingContact agrees =
        new AgreeingContact(
            one.official(),
            List.of(ContactAgreement.Way.WRITING),
            workplace.clock.instant().plus(Duration.ofDays(30)),
            "U dreigde een collega. Zo blijft het voor iedereen veilig.",
            "jan.devries");
    Workplace.await(workplace.casework.change(one.id(), agrees));
    workplace.tick();
    return new Forms(workplace, one);
  }

  private String partner() {
    return URI.create(workplace.tokens.partnerLink(one.id(), "r1")).getPath();
  }

  /** Every path that takes a form: what is for programs answers to signatures and tokens. */
  List<String> paths() {
    return workplace.router().getRoutes().stream()
        .filter(route -> route.methods() != null && route.methods().contains(HttpMethod.POST))
        .map(Route::getPath)
        .filter(path -> path != null)
        .filter(path -> Stream.of("/api/", "/scim/", "/webhooks/").noneMatch(path::startsWith))
        .toList();
  }

  String filled(String template) {
    String follow = workplace.followPath(one, "1");
    return template
        .replace("/v/:case/:link/:signature", follow)
        .replace("/mijn/:case", "/mijn/" + one.id())
        .replace("/p/:case/:consult/:signature", partner())
        .replace("/tekst/:key", "/tekst/ACKNOWLEDGEMENT.helps")
        .replace(":number", one.id())
        .replace(":official", "ravi.ramdin")
        .replace(":outcome", "nee")
        .replace(":view", "0123456789abc");
  }

  /** Somebody who may do this. */
  Visitor visitor(String path) {
    if (FOR_ANYBODY.stream().anyMatch(path::startsWith)) {
      return new Visitor(workplace);
    }
    if (path.startsWith("/mijn/")) {
      Visitor theirs = new Visitor(workplace);
      theirs.keeps("mijn", Codes.session(workplace, "ans@elders.example"));
      return theirs;
    }
    return Visitor.loggedIn(workplace, official(path));
  }

  private static String official(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (last) {
      case "lezen", "vernietig-reden" -> "marijke.smit";
      case "blijft" -> "jan.devries";
      case "verdelen" -> "anouk.jansen";
      default -> other(path);
    };
  }

  private static String other(String path) {
    if (path.startsWith("/werk/werkdagen")) {
      return "anouk.jansen";
    }
    return path.startsWith("/werk/vragen") ? "samira.elamrani" : "thomas.bakker";
  }

  /** A page that has a token for this form. */
  String pageOf(String path) {
    if (path.startsWith("/v/")) {
      return workplace.followPath(one, "1");
    }
    if (path.startsWith("/p/")) {
      return partner();
    }
    if (path.startsWith("/mijn/")) {
      return "/mijn/" + one.id();
    }
    if (path.startsWith("/mijn-vragen") || path.equals("/iemand-spreken")) {
      return path.equals("/mijn-vragen/uit") ? "/mijn-vragen" : path;
    }
    return path.equals("/vraag") ? "/" : path.equals("/inloggen") ? path : "/wachtwoord";
  }
}
