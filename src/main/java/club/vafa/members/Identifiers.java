package club.vafa.members;

import club.vafa.kernel.Digits;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings phone numbers, addresses and external ids, however they are spelled, into the one form
 * they are stored and found by.
 */
@Component
class Identifiers {
  private static final int LONGEST_PHONE = 40;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_EXTERNAL = 200;
  private static final long SMALLEST_NUMBER = 10_000;
  private static final int REMEMBERED = 50_000;

  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

  /** Parsing is dear and the same customers come again. */
  private final ConcurrentHashMap<Spelling, Optional<IdentifierKey>> parsed =
      new ConcurrentHashMap<>();

  private record Spelling(String text, String region) {}

  /**
   * A phone number in E.164.
   *
   * @param region ISO country of numbers written without country code
   */
  Optional<IdentifierKey> phone(String text, String region) {
    if (text.length() > LONGEST_PHONE) {
      return Optional.empty();
    }
    Spelling spelling = new Spelling(text, region);
    Optional<IdentifierKey> known = parsed.get(spelling);
    if (known != null) {
      return known;
    }
    if (parsed.size() >= REMEMBERED) {
      parsed.clear();
    }
    Optional<IdentifierKey> found = parsePhone(Digits.western(text).strip(), region);
    parsed.put(spelling, found);
    return found;
  }

  /** E.164 as it stands: a plus and digits. */
  Optional<IdentifierKey> phoneAsStored(String text) {
    boolean spelled = text.length() > 1 && text.length() <= LONGEST_PHONE && text.charAt(0) == '+';
    for (int at = 1; spelled && at < text.length(); at++) {
      spelled = text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
    return spelled ? Optional.of(new IdentifierKey(IdentifierKind.PHONE, text)) : Optional.empty();
  }

  private Optional<IdentifierKey> parsePhone(String text, String region) {
    try {
      PhoneNumber number = phones.parse(text, region);
      if (!isPlausible(number) || hasLetters(text)) {
        return Optional.empty();
      }
      return Optional.of(
          new IdentifierKey(IdentifierKind.PHONE, phones.format(number, PhoneNumberFormat.E164)));
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /**
   * Plans change faster than software, so a number need only have a length that its country has.
   */
  private boolean isPlausible(PhoneNumber number) {
    return phones.isPossibleNumber(number)
        && !number.hasExtension()
        && number.getNationalNumber() >= SMALLEST_NUMBER;
  }

  private static boolean hasLetters(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  /** An e-mail address in lower case, its domain in ASCII. */
  Optional<IdentifierKey> email(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    int at = plain.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || plain.length() > LONGEST_EMAIL) {
      return Optional.empty();
    }
    String local = plain.substring(0, at).toLowerCase(Locale.ROOT);
    String domain = domain(plain.substring(at + 1));
    return domain == null || !isLocalPart(local)
        ? Optional.empty()
        : Optional.of(new IdentifierKey(IdentifierKind.EMAIL, local + "@" + domain));
  }

  private static boolean isLocalPart(String local) {
    return local
        .codePoints()
        .noneMatch(sign ->
            Character.isWhitespace(sign)
                || Character.isISOControl(sign)
                || "\"(),:;<>@[\\]".indexOf(sign) >= 0);
  }

  private static @Nullable String domain(String text) {
    try {
      String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      boolean whole = ascii.indexOf('.') > 0 && !ascii.endsWith(".") && !ascii.contains("..");
      return whole && ascii.length() <= LONGEST_EMAIL ? ascii : null;
    } catch (IllegalArgumentException notADomain) {
      return null;
    }
  }

  /** A caller's own id; the source names whose it is when there are several systems. */
  Optional<IdentifierKey> external(@Nullable String source, String id) {
    String from = source == null ? "" : source.strip();
    String plain = id.strip();
    boolean bad =
        plain.isEmpty()
            || plain.length() + from.length() > LONGEST_EXTERNAL
            || hasControls(plain)
            || hasControls(from);
    return bad ? Optional.empty() : Optional.of(IdentifierKey.external(from, plain));
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
