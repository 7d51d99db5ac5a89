/**
 * The catalogue: what the club sells, in which categories, under which barcodes, for how much and
 * what it costs the club. Tills sell from it, and sentences call its categories by their names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation", "api", "clubs", "ui"})
package club.vafa.goods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
