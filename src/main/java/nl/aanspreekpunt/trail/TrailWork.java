package nl.aanspreekpunt.trail;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Reassignments;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.store.Store;

/** All that is done with the trail: written, read, checked, destroyed in time. */
public record TrailWork(
    Trail trail,
    Withholding shown,
    Reading reading,
    Untelling untelling,
    Checking checking,
    Destroying destroying) {
  public static TrailWork in(
      Vertx vertx,
      Store store,
      Seal sealing,
      Keeping keeping,
      Directories directories,
      OwnTexts ownTexts,
      Reassignments reassignments,
      Cases cases,
      Casework casework,
      Clock clock) {
    Entries entries = Entries.in(store);
    Trail trail =
        new Trail(
            vertx,
            entries,
            sealing,
            List.of(
                new DirectorySource(directories),
                new WorkSource(reassignments),
                new TextSource(ownTexts)));
    return new TrailWork(
        trail,
        new Withholding(trail, cases),
        new Reading(trail, casework, clock),
        new Untelling(trail, entries, cases, clock),
        new Checking(entries, sealing, keeping, clock),
        new Destroying(entries, sealing, keeping, clock));
  }
}
