package nl.aanspreekpunt.promise;

/**
 * By how much the law lets the term of a decision be extended, told to the citizen with a reason
 * before it starts. Algemene wet bestuursrecht (wetten.overheid.nl, BWBR0005537): a complaint once
 * by four weeks (9:11, second paragraph), a decision by a reasonable term (4:14).
 *
 * @param by in days on the calendar
 * @param times how often
 */
public record Extension(Norm by, int times) {}
