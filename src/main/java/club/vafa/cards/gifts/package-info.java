/** Gift cards: prepaid money behind a secret code, with a journal of its own. */
@NullMarked
@NamedInterface("gifts")
package club.vafa.cards.gifts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
