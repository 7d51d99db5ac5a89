package club.vafa.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who the partners were on each day and which prices held. Of several versions that have begun, the
 * one that began last holds; of those that began on the same day, the one made last.
 */
final class Agreements {
  private final List<PriceList> lists;
  private final Map<String, List<Partner>> partners = new TreeMap<>();

  /** From all versions in the order in which they were made. */
  Agreements(List<PriceList> lists, List<Partner> versions) {
    this.lists = List.copyOf(lists);
    versions.forEach(one -> partners.computeIfAbsent(one.code(), _ -> new ArrayList<>()).add(one));
  }

  boolean none() {
    return partners.isEmpty();
  }

  /** All partners there ever were, as they are on a day, or first will be. */
  List<Partner> partners(LocalDate day) {
    return partners.values().stream()
        .map(versions -> Objects.requireNonNullElse(on(versions, day), versions.getFirst()))
        .toList();
  }

  Optional<Partner> partner(String code, LocalDate day) {
    return Optional.ofNullable(partners.get(code))
        .map(versions -> Objects.requireNonNullElse(on(versions, day), versions.getFirst()));
  }

  /** The versions of a partner; empty when there is none. */
  List<Partner> versions(String code) {
    return List.copyOf(partners.getOrDefault(code, List.of()));
  }

  List<PriceList> lists() {
    return lists;
  }

  /** The first day on which anybody is a partner. */
  Optional<LocalDate> begin() {
    return partners.values().stream()
        .flatMap(List::stream)
        .map(Partner::from)
        .min(LocalDate::compareTo);
  }

  private static @Nullable Partner on(List<Partner> versions, LocalDate day) {
    Partner held = null;
    for (Partner version : versions) {
      if (!version.from().isAfter(day) && (held == null || !version.from().isBefore(held.from()))) {
        held = version;
      }
    }
    return held;
  }

  /** Whose place it was on a day; nobody's when no partner had it. */
  Optional<Partner> of(Place place, LocalDate day) {
    for (List<Partner> versions : partners.values()) {
      Partner held = on(versions, day);
      if (held != null && held.has(place)) {
        return Optional.of(held);
      }
    }
    return Optional.empty();
  }

  /** The price list that holds on a day. */
  Optional<PriceList> list(LocalDate day) {
    PriceList held = null;
    for (PriceList list : lists) {
      if (!list.from().isAfter(day) && (held == null || !list.from().isBefore(held.from()))) {
        held = list;
      }
    }
    return Optional.ofNullable(held);
  }

  /** The partner's own price of a unit, or else the coalition's; nothing when there is neither. */
  Optional<Price> price(Partner partner, String unit, LocalDate day) {
    Price own = partner.prices().get(unit);
    return own == null ? list(day).map(list -> list.prices().get(unit)) : Optional.of(own);
  }

  /** Who else has a place of this partner on some day from its beginning on. */
  Optional<Place> taken(Partner wanted) {
    for (Map.Entry<String, List<Partner>> other : partners.entrySet()) {
      if (!other.getKey().equals(wanted.code())) {
        Partner held = on(other.getValue(), wanted.from());
        for (Partner version : other.getValue()) {
          if (version.equals(held) || version.from().isAfter(wanted.from())) {
            Optional<Place> both = wanted.places().stream().filter(version::has).findFirst();
            if (both.isPresent()) {
              return both;
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
