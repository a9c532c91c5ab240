/**
 * The directory as plain forms, for an administrator: fill in, see what changes, apply.
 *
 * <p>Nothing here writes YAML. A form is a list of {@link
 * nl.aanspreekpunt.web.work.setup.directory.Field}s, each at a place of the directory's file; what
 * somebody typed in them, beside what they had seen there, gives {@link
 * nl.aanspreekpunt.official.Edit}s; {@link nl.aanspreekpunt.casework.Rearranging} says what these
 * would change and which open questions would move, and applies them. What stands in the file
 * beside that (comments, order, keys that no form knows) stays.
 *
 * <h2>How a form is added</h2>
 *
 * <ol>
 *   <li>Write a {@link nl.aanspreekpunt.web.work.setup.directory.Subject}: its paths, its rows (or
 *       {@code single()}, when there is one form and no list: norms, a ladder), and its fields.
 *       {@code Topics} is a short one to look at.
 *   <li>A field that is no line of text needs a {@link
 *       nl.aanspreekpunt.web.work.setup.directory.Codec}: how its value in the file is written in a
 *       form, and read from it. A list of maps is a field of {@link
 *       nl.aanspreekpunt.web.work.setup.directory.Rows}, with a row for each map that can be added,
 *       taken out and moved: {@code gids.<one>.<field>.row}, {@code .add} and {@code .none} are its
 *       texts.
 *   <li>Name it in {@code Subjects.ALL}.
 *   <li>If examples help to see what it comes to, give it {@code means}: shown below the form as it
 *       is now, and before it is applied as it would be.
 *   <li>Add its texts to both bundles: {@code gids.<many>} (its title, on the first page and above
 *       the list), {@code gids.<many>.does}, {@code gids.<one>} (its kind, in what changes), {@code
 *       gids.<one>.new} and {@code .gone}, and for each field {@code gids.<one>.<field>} and, where
 *       it helps, {@code gids.<one>.<field>.hint}.
 *   <li>A mistake in the file stands at the field whose place holds it. If its reader gives it no
 *       {@link nl.aanspreekpunt.official.Mistake.What} yet, it is said in English: give it one, and
 *       {@code gids.mistake.<WHAT>} in both bundles.
 *   <li>Add its pages to {@code EveryPage}, and to the manual.
 * </ol>
 *
 * <p>Every form carries what was seen in hidden fields ({@code was.<field>}, as JSON): of two who
 * change the same thing the second reads what it is now, at that field, and chooses again.
 */
package nl.aanspreekpunt.web.work.setup.directory;
