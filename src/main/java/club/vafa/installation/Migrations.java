package club.vafa.installation;

import org.flywaydb.core.Flyway;

/** Every room's migrations, run as the owner of the database before anything else uses it. */
final class Migrations {
  private Migrations() {}

  /** Out of order, because each room numbers its migrations in a range of its own. */
  static void run(DatabaseLogin owner) {
    Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:db/migration")
        .schemas("installation")
        .createSchemas(true)
        .outOfOrder(true)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load()
        .migrate();
  }
}
