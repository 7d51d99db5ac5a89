package club.vafa.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an endpoint answers when all is well, for the description of the API. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gives {
  /** The body; {@code Void} for none, {@code String} for a text of this {@link #media()}. */
  Class<?> value();

  /** What kind of text the body is. */
  String media() default "application/json";

  int status() default 200;

  /** Whether it is a {@link Page} of these. */
  boolean list() default false;
}
