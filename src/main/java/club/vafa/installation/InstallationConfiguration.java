package club.vafa.installation;

import club.vafa.kernel.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room gives to the others: the clock and a data source that is ready. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {
  @Bean
  Clock clock() {
    return new Clock(InstantSource.system());
  }

  /** Waits for the opening, so that nobody reaches the pool before the tables are there. */
  @Bean
  ClubDataSource dataSource(Settings settings, Opening opening) {
    return ClubDataSource.connect(opening.database().owner(), settings.databasePool());
  }
}
