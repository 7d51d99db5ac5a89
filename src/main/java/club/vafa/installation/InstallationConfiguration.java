package club.vafa.installation;

import club.vafa.kernel.Clock;
import java.io.IOException;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From settings to a data source that is ready: server running, checked and migrated. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {
  @Bean
  Clock clock() {
    return new Clock(InstantSource.system());
  }

  @Bean
  DataFolder dataFolder(Settings settings) {
    return DataFolder.open(settings.data());
  }

  @Bean
  Database database(Settings settings, DataFolder data) throws IOException {
    return Database.open(settings, data);
  }

  @Bean
  Flyway flyway(Database database) {
    Flyway flyway = Migrations.of(database.owner());
    flyway.migrate();
    return flyway;
  }

  /** Takes Flyway as an argument so that nobody reaches the pool before the tables are there. */
  @Bean
  ClubDataSource dataSource(Settings settings, Database database, Flyway migrated) {
    return ClubDataSource.connect(database.owner(), settings.databasePool());
  }
}
