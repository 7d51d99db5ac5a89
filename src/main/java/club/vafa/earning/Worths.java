package club.vafa.earning;

import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import java.time.Instant;

/** The loyalty table as a round asks for it. */
interface Worths {
  Worth of(Unit unit, Instant at);
}
