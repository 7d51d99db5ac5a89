package club.vafa.installation;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** How the owner of the database signs in: JDBC address, user, password (none when trusted). */
public record DatabaseLogin(String url, String user, @Nullable String password) {
  private static final String JDBC = "jdbc:";

  /** Reads both spellings people have at hand: the JDBC one and {@code postgresql://user:pw@…}. */
  static DatabaseLogin parse(String address, @Nullable String user, @Nullable String password) {
    if (address.startsWith(JDBC)) {
      return of(address, user, password);
    }
    if (!address.startsWith("postgresql://") && !address.startsWith("postgres://")) {
      throw malformed();
    }
    try {
      URI uri = new URI(address);
      String host = uri.getHost();
      if (host == null) {
        throw malformed();
      }
      String[] login =
          uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return of(
          JDBC + "postgresql://" + host + port + uri.getRawPath() + query,
          user == null && login.length > 0 ? decode(login[0]) : user,
          password == null && login.length > 1 ? decode(login[1]) : password);
    } catch (URISyntaxException malformed) {
      throw malformed();
    }
  }

  private static DatabaseLogin of(String url, @Nullable String user, @Nullable String password) {
    Properties parts = Driver.parseURL(url, new Properties());
    if (!url.startsWith("jdbc:postgresql://") || parts == null || noDatabase(url)) {
      throw malformed();
    }
    String name = user == null ? parts.getProperty("user") : user;
    if (name == null) {
      throw new CannotStart(
          "database.url is set but database.user is not: name the user that owns Vafa's tables.");
    }
    return new DatabaseLogin(
        url, name, password == null ? parts.getProperty("password") : password);
  }

  private static boolean noDatabase(String url) {
    String path = url.substring(url.lastIndexOf('/') + 1);
    return path.isEmpty() || path.startsWith("?") || !url.substring(18).contains("/");
  }

  private static CannotStart malformed() {
    return new CannotStart(
        "database.url is not a PostgreSQL address: write jdbc:postgresql://host:5432/database"
            + " or postgresql://host:5432/database.");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** A connection as the owner, outside the pool: for checks and migrations only. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("loginTimeout", "15");
    return DriverManager.getConnection(url, properties);
  }

  /** Never shows the password, nor an address that may carry one. */
  @Override
  public String toString() {
    return user + " at " + url.replaceFirst("\\?.*", "");
  }
}
