/**
 * What a machine needs before there is a club: settings, the data folder, PostgreSQL, migrations,
 * and the wall between clubs in the database. Every other room finds a ready data source here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package club.vafa.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
