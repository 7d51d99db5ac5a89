package club.vafa.settlement;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the books as the settlement sees it.
 *
 * @param id of the entry; a correction has one of its own
 * @param document the purchase, return or claim that caused it
 * @param spot what it is, of which unit, and where
 * @param counter where the units it moved were given
 * @param day on whose account it stands: the day it happened, or the first of the open period
 * @param amount minor units; a correction may be below zero
 * @param corrects the movement a correction takes off or puts elsewhere
 */
record Movement(
    UUID id,
    MemberId member,
    UUID document,
    Spot spot,
    Place counter,
    LocalDate day,
    LocalDate priceDay,
    Instant at,
    long amount,
    @Nullable UUID corrects) {

  /** What happened to which unit at which place. */
  record Spot(Place place, int unit, What what) {}

  /** The same on the account of another day. */
  Movement on(LocalDate other, Instant then) {
    return new Movement(
        id, member, document, spot, counter, other, priceDay, then, amount, corrects);
  }

  /** What corrects this: so much at a place, at the same price. */
  Movement correction(UUID own, Place place, long correct) {
    return new Movement(
        own,
        member,
        document,
        new Spot(place, spot.unit(), spot.what()),
        counter,
        day,
        priceDay,
        at,
        correct,
        id);
  }
}
