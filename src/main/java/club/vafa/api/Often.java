package club.vafa.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that is called for every sale. It takes a document, and besides it nothing but the
 * request and its caller, and it is no act that is written down: what is asked about others before
 * they run is not asked about it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Often {}
