package club.vafa.ui;

import java.util.List;

/**
 * By what a list can be narrowed.
 *
 * @param title its text in the language files
 * @param options codes and their texts in the language files; empty for a day
 */
public record Filter(String code, String title, List<Option> options) {
  public Filter {
    options = List.copyOf(options);
  }

  public static Filter day(String code, String title) {
    return new Filter(code, title, List.of());
  }

  public boolean isDay() {
    return options.isEmpty();
  }

  boolean allows(String value) {
    return options.stream().anyMatch(option -> option.value().equals(value));
  }
}
