/**
 * What conditions, amounts and effects are made of: their codes, typed arguments and form hints.
 * The JSON form, the reference page, the sentences and the schema all come from these descriptions.
 */
@NullMarked
package club.vafa.rules.form;

import org.jspecify.annotations.NullMarked;
