package club.vafa.clubs;

import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A club to found. */
public record NewClub(
    String code,
    String name,
    Currency currency,
    String zone,
    CalendarKind calendar,
    Language language,
    String region) {

  List<Refusal> faults() {
    Input input = new Input();
    if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      input.refuse("/code", ClubsCode.CLUB_CODE_FORM);
    }
    input.text("/name", name, 200);
    try {
      ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      input.refuse(
          "/zone",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(zone), "allowed", "Asia/Tehran, Europe/London, …"));
    }
    if (!region.matches("[A-Z]{2}")) {
      input.refuse(
          "/region",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(region), "allowed", "IR, GB, AE, …"));
    }
    return input.refusals();
  }

  Club club(ClubId id) {
    return new Club(
        id,
        code,
        name,
        currency,
        ZoneId.of(zone),
        calendar,
        language,
        region,
        false,
        Club.GiftCardsEarn.WHEN_SPENT,
        ReturnPolicy.WITHIN_BALANCE,
        Club.Look.PLAIN,
        List.of());
  }
}
