/**
 * Campaigns as forms: drawn from their definition and the catalogue of the rules, and read back
 * into the definition. What a form cannot show stays in the definition as it is.
 */
@NullMarked
package club.vafa.campaigns.form;

import org.jspecify.annotations.NullMarked;
