package club.vafa.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.api.http.RateLimits.Grant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitsTests {
  @Test
  void whatIsGivenBackIsThereAgain() {
    RateLimits rates = new RateLimits(2, () -> 0);
    UUID caller = UUID.randomUUID();
    Grant first = rates.take(caller);
    rates.take(caller);
    Grant refused = rates.take(caller);

    assertThat(first.remaining()).isEqualTo(1);
    assertThat(refused.allowed()).isFalse();
    rates.giveBack(caller, refused);
    assertThat(rates.take(caller).allowed()).isFalse();
    rates.giveBack(caller, first);
    assertThat(rates.take(caller).allowed()).isTrue();
    assertThat(rates.take(caller).allowed()).isFalse();
  }
}
