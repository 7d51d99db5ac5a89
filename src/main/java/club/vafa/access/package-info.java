/**
 * Who may do what: the staff of a club with their roles, the keys its programs call with, and the
 * gate that recognises both. Every change of them is written down.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation", "api", "clubs", "feed", "ui"})
package club.vafa.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
