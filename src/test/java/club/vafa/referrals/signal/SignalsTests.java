package club.vafa.referrals.signal;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks against a referral, and what does not. */
class SignalsTests {
  private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");

  /** {@code name=Sara Moradi email=… phone=… born=… address=…}, separated by semicolons. */
  private static Somebody somebody(String text) {
    Map<String, String> given = new HashMap<>();
    for (String part : text.split(";")) {
      if (part.contains("=")) {
        given.put(part.split("=")[0].strip(), part.split("=")[1].strip());
      }
    }
    Map<String, Object> attributes = new HashMap<>(given);
    String born = given.get("born");
    return new Somebody(
        given.getOrDefault("name", ""),
        born == null ? null : LocalDate.parse(born),
        given.get("email"),
        given.get("phone"),
        attributes);
  }

  private static List<String> showing(Pair pair) {
    return Signals.ALL.stream().filter(signal -> signal.shows(pair)).map(Signal::code).toList();
  }

  private static Pair pair(Somebody friend, Somebody advocate) {
    return new Pair(friend, advocate, 0, 10, 10, new Moment(NOON, null, null), null, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email=sara@x.de            | email=omid@x.de            | ''",
        "email=sara@x.de            | ''                         | ''",
        "email=sara+2@x.de          | email=sara@x.de            | same_email",
        "email=s.a.r.a@gmail.com    | email=sara@googlemail.com  | same_email",
        "email=SARA@x.de            | email=sara@x.de            | same_email",
        "email=sara.moradi1@x.de    | email=saramoradi22@x.de    | similar_email",
        "email=saramoradi@x.de      | email=saramoraadi@x.de     | similar_email",
        "email=saramoradi@x.de      | email=saramoradi@y.de      | ''",
        "email=info1@x.de           | email=info2@x.de           | similar_email",
        "email=ann@x.de             | email=ana@x.de             | ''",
        "phone=+4915112345678       | phone=+4915112345679       | nearby_phone",
        "phone=+4915112345678       | phone=+4915112345688       | nearby_phone",
        "phone=+4915112345678       | phone=+4915912345678       | nearby_phone",
        "phone=+4915112345678       | phone=+4915198765432       | ''",
        "phone=+4915112345678       | phone=+491511234567        | ''",
        "name=Sara Moradi;born=1990-06-15 | name=sara  móradi;born=1990-06-15 | same_name_and_birth",
        "name=Sara Moradi;born=1990-06-15 | name=Sarah Moradi;born=1990-06-15 | same_name_and_birth",
        "name=Sara Moradi;born=1990-06-15 | name=Sara Moradi;born=1990-06-16  | ''",
        "name=Sara Moradi;born=1990-06-15 | name=Omid Moradi;born=1990-06-15  | ''",
        "name=سارا كريمي;born=1990-06-15  | name=سارا کریمی;born=1990-06-15   | same_name_and_birth",
        "born=1990-06-15            | born=1990-06-15            | ''",
        "address=Hauptstr. 12       | address=hauptstr 12        | same_household",
        "address=12                 | address=12                 | ''",
        "household=h-77             | household=h-77             | ''",
        "household=h-7777           | household=h-7777           | same_household",
        "paymentCard=4242-1111      | paymentCard=42421111       | same_card"
      })
  void peopleAreCompared(String friend, String advocate, String wanted) {
    assertThat(String.join(",", showing(pair(somebody(friend), somebody(advocate)))))
        .isEqualTo(wanted);
    assertThat(String.join(",", showing(pair(somebody(advocate), somebody(friend)))))
        .as("the other way round")
        .isEqualTo(wanted);
  }

  private static List<String> around(
      Moment joined, @Nullable Moment bought, long lately, Moment... visits) {
    Somebody nobody = somebody("");
    return showing(new Pair(nobody, nobody, lately, 10, 10, joined, bought, List.of(visits)));
  }

  private static Moment at(int minutes, @Nullable String branch, @Nullable String terminal) {
    return new Moment(NOON.plusSeconds(60L * minutes), branch, terminal);
  }

  @Test
  void joiningWhereTheAdvocateHadJustBoughtIsASign() {
    Moment joined = at(0, null, "t1");
    assertThat(around(joined, null, 0, at(-10, "b", "t1"))).containsExactly("same_terminal");
    assertThat(around(joined, null, 0, at(-11, "b", "t1"))).isEmpty();
    assertThat(around(joined, null, 0, at(-5, "b", "t2"))).isEmpty();
    assertThat(around(at(0, null, null), null, 0, at(0, "b", null))).isEmpty();
  }

  @Test
  void buyingInTheSameMinuteIsASign() {
    Moment joined = at(-60, null, null);
    assertThat(around(joined, at(0, "b", "t1"), 0, at(-1, "b", "t2")))
        .containsExactly("same_minute");
    assertThat(around(joined, at(0, "b", "t1"), 0, at(-2, "b", "t1"))).isEmpty();
    assertThat(around(joined, at(0, "b", "t1"), 0, at(0, "c", "t1"))).isEmpty();
  }

  @Test
  void theEleventhInAWeekIsASign() {
    assertThat(around(at(0, null, null), null, 9)).isEmpty();
    assertThat(around(at(0, null, null), null, 10)).containsExactly("many_referrals");
  }

  @Test
  void everySignHasItsSentenceInEveryLanguage() {
    Sentences sentences = new Sentences();
    for (Language language : Language.values()) {
      assertThat(Signals.CODES)
          .allMatch(code -> sentences.knows(language, "referrals.signal." + code));
    }
    assertThat(Signals.CODES).doesNotHaveDuplicates();
  }
}
