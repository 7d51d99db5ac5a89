/** What every page offers to its reader: another language, another light. */
@NullMarked
package club.vafa.ui.web;

import org.jspecify.annotations.NullMarked;
