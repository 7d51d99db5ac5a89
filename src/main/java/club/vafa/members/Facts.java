package club.vafa.members;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is told of a member, and collects what is wrong with it. */
@Component
class Facts {
  static final int LONGEST_NAME = 200;
  static final int MOST_ATTRIBUTES = 50;

  private static final int MOST_CONSENTS = 50;
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_DIGITS = 30;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("[\\p{L}\\p{N}._-]{1,64}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  private final Identifiers identifiers;

  Facts(Identifiers identifiers) {
    this.identifiers = identifiers;
  }

  @Nullable IdentifierKey phone(Input input, @Nullable String text, String region) {
    return text == null || text.isBlank()
        ? null
        : read(input, "/phone", identifiers.phone(text, region), MemberCode.PHONE_INVALID);
  }

  @Nullable IdentifierKey email(Input input, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : read(input, "/email", identifiers.email(text), MemberCode.EMAIL_INVALID);
  }

  @Nullable IdentifierKey external(Input input, @Nullable String source, @Nullable String id) {
    return id == null || id.isBlank()
        ? null
        : read(
            input, "/externalId", identifiers.external(source, id), MemberCode.EXTERNAL_ID_INVALID);
  }

  private static @Nullable IdentifierKey read(
      Input input, String pointer, Optional<IdentifierKey> key, MemberCode otherwise) {
    if (key.isEmpty()) {
      input.refuse(pointer, otherwise);
    }
    return key.orElse(null);
  }

  static @Nullable LocalDate birthDate(Input input, @Nullable LocalDate date, LocalDate today) {
    if (date != null && (date.isBefore(EARLIEST) || date.isAfter(today))) {
      input.refuse("/birthDate", MemberCode.BIRTH_DATE_INVALID);
      return null;
    }
    return date;
  }

  static @Nullable String locale(Input input, @Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag();
    } catch (IllformedLocaleException malformed) {
      input.refuse("/locale", MemberCode.LOCALE_INVALID);
      return null;
    }
  }

  /** The attributes; null values stay in, for changes that take one away. */
  static Map<String, @Nullable Object> attributes(
      Input input, Map<String, ? extends @Nullable Object> given) {
    Map<String, @Nullable Object> read = new HashMap<>();
    if (given.size() > MOST_ATTRIBUTES) {
      input.refuse("/attributes", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ATTRIBUTES));
      return read;
    }
    given.forEach((name, value) -> {
      String pointer = "/attributes/" + name.replace("~", "~0").replace("/", "~1");
      if (!ATTRIBUTE.matcher(name).matches()) {
        input.refuse(pointer, MemberCode.ATTRIBUTE_NAME_INVALID);
      } else {
        read.put(name, attribute(input, pointer, value));
      }
    });
    return read;
  }

  private static @Nullable Object attribute(Input input, String pointer, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> input.optionalText(pointer, text, LONGEST_TEXT);
      case Boolean truth -> truth;
      case Integer number -> number;
      case Long number -> number;
      case BigInteger number -> fitting(input, pointer, new BigDecimal(number));
      case BigDecimal number -> fitting(input, pointer, number);
      default -> {
        input.refuse(pointer, MemberCode.ATTRIBUTE_NOT_SIMPLE);
        yield null;
      }
    };
  }

  private static BigDecimal fitting(Input input, String pointer, BigDecimal number) {
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      input.refuse(pointer, InputCode.NUMBER_TOO_LARGE);
      return BigDecimal.ZERO;
    }
    return number;
  }

  static List<Consent> consents(Input input, List<NewConsent> given, Instant now) {
    if (given.size() > MOST_CONSENTS) {
      input.refuse("/consents", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_CONSENTS));
      return List.of();
    }
    List<Consent> read = new ArrayList<>();
    for (int at = 0; at < given.size(); at++) {
      String pointer = "/consents/" + at;
      NewConsent consent = given.get(at);
      if (consent == null) {
        input.refuse(pointer, InputCode.REQUIRED);
        continue;
      }
      Instant when = consent.at() == null ? now : consent.at();
      if (when.isAfter(now) || when.isBefore(Instant.EPOCH)) {
        input.refuse(pointer + "/at", InputCode.TIME_OUT_OF_RANGE);
      }
      Boolean truth = input.required(pointer + "/given", consent.given());
      String source = input.optionalText(pointer + "/source", consent.source(), 60);
      read.add(
          new Consent(
              word(input, pointer + "/purpose", consent.purpose()),
              word(input, pointer + "/channel", consent.channel()),
              Boolean.TRUE.equals(truth),
              when,
              source == null ? "" : source));
    }
    return read;
  }

  private static String word(Input input, String pointer, @Nullable String text) {
    String word = input.text(pointer, text, 40);
    if (!word.isEmpty() && !WORD.matcher(word).matches()) {
      input.refuse(pointer, InputCode.INVALID_CHARACTERS);
    }
    return word;
  }
}
