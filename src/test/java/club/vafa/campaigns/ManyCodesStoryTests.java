package club.vafa.campaigns;

import static club.vafa.testing.TestClub.done;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Many codes in little time. */
@StoryTest
@Import(TestClub.class)
class ManyCodesStoryTests {
  private static final int MANY = 100_000;

  private final TestClub founding;
  private final Coupons coupons;

  ManyCodesStoryTests(TestClub founding, Coupons coupons) {
    this.founding = founding;
    this.coupons = coupons;
  }

  @Test
  void aHundredThousandCodesAreMadeInSeconds() {
    Club club = founding.cafe();
    long began = System.nanoTime();
    ClubScope.run(
        club.id(),
        () -> {
          Coupon coupon =
              done(
                  coupons.define(
                      club.id(),
                      new NewCoupon(
                          "MANY",
                          Coupon.Kind.UNIQUE,
                          Map.of(),
                          null,
                          null,
                          List.of(),
                          null,
                          true,
                          "test")));
          CouponBatch batch =
              done(
                  coupons.make(
                      club.id(),
                      new NewBatch(
                          coupon.id(), MANY, "########?", CodePattern.CLEAR, true, null, "test")));
          while (coupons.batch(club.id(), batch.id()).orElseThrow().finishedAt() == null) {
            coupons.makeSome(club.id());
          }
          CouponBatch made = coupons.batch(club.id(), batch.id()).orElseThrow();
          assertThat(made.made()).isEqualTo(MANY);
          assertThat(made.finishedAt()).isNotNull();
          CodePattern pattern = new CodePattern("########?", CodePattern.CLEAR);
          assertThat(coupons.codes(club.id(), coupon.id(), "", 1_000))
              .filteredOn(CouponCode::unique)
              .allMatch(code -> pattern.fits(code.code()));
        });
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
  }
}
