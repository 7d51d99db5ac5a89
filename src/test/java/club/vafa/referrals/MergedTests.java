package club.vafa.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members 1 to 4; what becomes of a referral when two of them turn out to be one person. */
class MergedTests {
  private static MemberId member(String number) {
    return new MemberId(new UUID(0, Long.parseLong(number)));
  }

  private static @Nullable MemberId later(String number) {
    return number.equals("none") ? null : member(number);
  }

  /** friend<advocate state, from>into and who came later, whether taken: friend<advocate state. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | 1 | OPEN      | 2 | 1 | 2    | false | 2 | 1 | CANCELLED",
        "2 | 1 | BLOCKED   | 1 | 2 | 2    | true  | 2 | 1 | CANCELLED",
        "2 | 1 | QUALIFIED | 1 | 2 | 2    | true  | 2 | 1 | QUALIFIED",
        "2 | 1 | OPEN      | 2 | 3 | 2    | false | 2 | 1 | CANCELLED",
        "2 | 1 | OPEN      | 2 | 3 | 3    | false | 3 | 1 | OPEN",
        "2 | 1 | OPEN      | 2 | 3 | 3    | true  | 2 | 1 | CANCELLED",
        "2 | 1 | OPEN      | 3 | 2 | 2    | true  | 2 | 1 | CANCELLED",
        "2 | 1 | OPEN      | 3 | 2 | 3    | true  | 2 | 1 | OPEN",
        "2 | 1 | OPEN      | 1 | 3 | 3    | false | 2 | 3 | OPEN",
        "2 | 1 | QUALIFIED | 1 | 3 | 1    | false | 2 | 3 | QUALIFIED",
        "2 | 1 | QUALIFIED | 2 | 3 | 2    | false | 2 | 1 | QUALIFIED",
        "2 | 1 | OPEN      | 2 | 3 | none | false | 3 | 1 | OPEN"
      })
  void onePersonIsNoFriendOfTheirOwn(
      String friend,
      String advocate,
      ReferralState state,
      String from,
      String into,
      String later,
      boolean taken,
      String friendAfter,
      String advocateAfter,
      ReferralState after) {
    UUID document = state == ReferralState.QUALIFIED ? new UUID(1, 1) : null;
    Referral referral =
        new Referral(
            new ReferralId(new UUID(2, 2)),
            member(friend),
            member(advocate),
            state,
            Instant.EPOCH,
            null,
            List.of(),
            0,
            false,
            document,
            document);

    Referral done = new Merged(member(from), member(into), later(later)).apply(referral, taken);

    assertThat(done.state()).isEqualTo(after);
    assertThat(done.friend()).isEqualTo(member(friendAfter));
    assertThat(done.advocate()).isEqualTo(member(advocateAfter));
  }
}
