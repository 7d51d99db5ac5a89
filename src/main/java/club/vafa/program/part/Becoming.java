package club.vafa.program.part;

import club.vafa.activity.EventType;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.program.file.Faults;
import club.vafa.rules.Vocabulary.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The club as a program makes it, while the program is read: each part leaves here what later ones
 * may name. A part that is added brings its own list.
 */
public final class Becoming {
  private final Club club;
  private final Faults faults = new Faults();
  private final List<Unit> units = new ArrayList<>();
  private final List<EventType> eventTypes = new ArrayList<>();
  private final Map<Named, Set<String>> names = new EnumMap<>(Named.class);
  private final Map<Class<?>, Map<String, ?>> listed = new HashMap<>();

  private Becoming(Club club) {
    this.club = club;
  }

  /** A program that somebody wants: whatever it names must be there. */
  public static Becoming checked(Club club, Names known) {
    Becoming becoming = new Becoming(club);
    becoming.know(Named.TIER, known.tiers());
    becoming.know(Named.REWARD, known.rewards());
    becoming.know(Named.PLAN, known.plans());
    becoming.know(Named.ENTITLEMENT, known.entitlements());
    return becoming;
  }

  /** A program that was checked when it was made; much may have changed since. */
  public static Becoming known(Club club) {
    return new Becoming(club);
  }

  /** What later parts may name. */
  enum Named {
    TIER,
    REWARD,
    PLAN,
    ENTITLEMENT
  }

  private void know(Named kind, @Nullable Set<String> codes) {
    if (codes != null) {
      names.put(kind, new HashSet<>(codes));
    }
  }

  /** Whether names and rules of other rooms are looked at. */
  boolean isChecked() {
    return !names.isEmpty();
  }

  /** What is listed may be named; what is live and not listed will be gone. */
  void list(Named kind, Set<String> codes, Set<String> live) {
    Set<String> known = names.get(kind);
    if (known != null) {
      known.removeAll(live);
      known.addAll(codes);
    }
  }

  /** The codes that may be named; null when any may. */
  @Nullable Set<String> names(Named kind) {
    return names.get(kind);
  }

  public Names names() {
    return new Names(
        names(Named.TIER), names(Named.REWARD), names(Named.PLAN), names(Named.ENTITLEMENT));
  }

  /** Leaves the things of a section for later ones, by code. */
  <T> void leave(Class<T> kind, Map<String, T> things) {
    listed.put(kind, Map.copyOf(things));
  }

  /** What an earlier section left. */
  <T> Map<String, T> left(Class<T> kind) {
    Map<String, T> things = new HashMap<>();
    listed.getOrDefault(kind, Map.of()).forEach((code, one) -> things.put(code, kind.cast(one)));
    return things;
  }

  /** The club with the units it will have; those it has are never taken away. */
  public Club club() {
    List<Unit> all = new ArrayList<>(units);
    for (Unit unit : club.units()) {
      if (units.stream().noneMatch(one -> one.code().equals(unit.code()))) {
        all.add(unit);
      }
    }
    return club.with(all);
  }

  /** The unit that a field names; null when it names none, which is noted. */
  @Nullable Unit unit(Fields fields, String name) {
    fields.required(name);
    String code = fields.text(name);
    Optional<Unit> unit = code == null ? Optional.empty() : club().unit(code);
    if (code != null && unit.isEmpty()) {
      faults.add(fields.at(name), ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)));
    }
    return unit.orElse(null);
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
