package club.vafa.testing;

import club.vafa.kernel.Clock;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Sets the clock back before every test, because tests share one application. */
final class ClockReset implements BeforeEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    SpringExtension.getApplicationContext(context).getBean(Clock.class).setAhead(Duration.ZERO);
  }
}
