package nl.aanspreekpunt.casework;

/**
 * Why an act is not done: a value, shown to whoever asked.
 *
 * @param code stable, kebab case; also the key of its text ({@code refusal.<code>})
 * @param field what to mend; null when it is not one field
 */
public record Refusal(String code, String field) {}
