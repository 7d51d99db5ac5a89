package club.vafa.program.part;

import club.vafa.activity.EventType;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.program.file.Faults;
import java.util.ArrayList;
import java.util.List;

/**
 * The club as a program makes it, while the program is read: each part leaves here what later ones
 * may name. A part that is added brings its own list.
 */
public final class Becoming {
  private final Club club;
  private final Faults faults = new Faults();
  private final List<Unit> units = new ArrayList<>();
  private final List<EventType> eventTypes = new ArrayList<>();

  public Becoming(Club club) {
    this.club = club;
  }

  /** The club with the units it will have. */
  public Club club() {
    return club.with(units);
  }

  /** The club as it is. */
  public Club before() {
    return club;
  }

  public Faults faults() {
    return faults;
  }

  public List<EventType> eventTypes() {
    return eventTypes;
  }

  public List<Unit> units() {
    return units;
  }
}
