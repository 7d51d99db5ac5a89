package club.vafa.members;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People who live together.
 *
 * @param primary the adult who speaks for it
 * @param maxAdults how many adults it may have, the primary one among them
 * @param residents those who joined and those who are invited, the longest first
 */
public record Household(
    HouseholdId id,
    @Nullable String name,
    MemberId primary,
    int maxAdults,
    int maxChildren,
    List<Resident> residents,
    Instant openedAt,
    @Nullable Instant closedAt) {

  public Household {
    residents = List.copyOf(residents);
  }

  /** What somebody is in a household. */
  public enum Role {
    ADULT,
    CHILD
  }

  /** Whether somebody has said yes. */
  public enum State {
    INVITED,
    JOINED
  }

  /** Somebody of a household, since being invited or having joined. */
  public record Resident(MemberId member, Role role, State state, Instant since) {
    public boolean joined() {
      return state == State.JOINED;
    }
  }

  public Optional<Resident> resident(MemberId member) {
    return residents.stream().filter(one -> one.member().equals(member)).findFirst();
  }

  /** How many of a role there are besides one, invited or joined. */
  long others(MemberId besides, Role role) {
    return residents.stream()
        .filter(one -> one.role() == role && !one.member().equals(besides))
        .count();
  }

  int most(Role role) {
    return switch (role) {
      case ADULT -> maxAdults;
      case CHILD -> maxChildren;
    };
  }

  /** The adult of longest standing besides one: who speaks for the household when that one goes. */
  Optional<MemberId> heir(MemberId besides) {
    return residents.stream()
        .filter(one -> one.joined() && one.role() == Role.ADULT && !one.member().equals(besides))
        .map(Resident::member)
        .findFirst();
  }
}
