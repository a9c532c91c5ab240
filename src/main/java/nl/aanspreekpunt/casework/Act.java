package nl.aanspreekpunt.casework;

/** Something done in a case: from the case and the facts to a changed case and notices. Pure. */
@FunctionalInterface
public interface Act {
  Decision on(Case before, Moment moment);
}
