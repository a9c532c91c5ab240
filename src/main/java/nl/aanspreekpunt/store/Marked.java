package nl.aanspreekpunt.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each time a record of this type is written whole, it gets a field of this name besides, with the
 * first moment there is: something is to follow from it. Whoever did that takes the field away, or
 * puts a later moment there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Marked {
  String value();
}
