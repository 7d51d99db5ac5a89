package club.vafa.console;

import java.util.UUID;

/**
 * A list as somebody likes to look at it.
 *
 * @param list the address of the list, and {@code query} what was chosen there
 * @param mine whether the reader made it; else a colleague shared it
 * @param shared whether everybody in the club sees it
 */
public record View(UUID id, String list, String name, String query, boolean mine, boolean shared) {
  public String path() {
    return query.isEmpty() ? list : list + "?" + query;
  }
}
