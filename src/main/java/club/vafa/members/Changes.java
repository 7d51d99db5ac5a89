package club.vafa.members;

import club.vafa.api.Change;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a profile looks like after a change. */
final class Changes {
  private Changes() {}

  static Profile apply(Input input, Profile before, MemberChange change, LocalDate today) {
    return new Profile(
        before.id(),
        before.state(),
        before.version(),
        name(input, "/firstName", before.firstName(), change.firstName()),
        name(input, "/lastName", before.lastName(), change.lastName()),
        change.birthDate() == null
            ? before.birthDate()
            : Facts.birthDate(input, change.birthDate().value(), today),
        change.locale() == null ? before.locale() : Facts.locale(input, change.locale().value()),
        change.attributes() == null
            ? before.attributes()
            : attributes(input, before.attributes(), change.attributes()),
        before.identifiers(),
        before.consents(),
        before.joinedAt(),
        before.mergedInto());
  }

  private static @Nullable String name(
      Input input, String pointer, @Nullable String before, @Nullable Change<String> change) {
    return change == null
        ? before
        : input.optionalText(pointer, change.value(), Facts.LONGEST_NAME);
  }

  private static Map<String, Object> attributes(
      Input input, Map<String, Object> before, Map<String, @Nullable Object> change) {
    Map<String, Object> after = new HashMap<>(before);
    Facts.attributes(input, change)
        .forEach((name, value) -> {
          if (value == null) {
            after.remove(name);
          } else {
            after.put(name, value);
          }
        });
    if (after.size() > Facts.MOST_ATTRIBUTES) {
      input.refuse("/attributes", InputCode.TOO_MANY_ITEMS, Map.of("limit", Facts.MOST_ATTRIBUTES));
    }
    return after;
  }

  static Profile to(Profile before, MemberState state, @Nullable MemberId mergedInto) {
    return new Profile(
        before.id(),
        state,
        before.version(),
        before.firstName(),
        before.lastName(),
        before.birthDate(),
        before.locale(),
        before.attributes(),
        before.identifiers(),
        before.consents(),
        before.joinedAt(),
        mergedInto);
  }

  static Profile erased(Profile before) {
    return new Profile(
        before.id(),
        MemberState.ERASED,
        before.version(),
        null,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        before.joinedAt(),
        null);
  }
}
