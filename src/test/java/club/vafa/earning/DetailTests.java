package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.earning.Detail.Counted;
import club.vafa.earning.Detail.Held;
import club.vafa.earning.Detail.Paid;
import club.vafa.earning.Detail.Redeemed;
import club.vafa.earning.Detail.Tiered;
import club.vafa.earning.Given.Type;
import club.vafa.kernel.Rate;
import club.vafa.rules.Decision.Assigned;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.Usage.Used;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept with sales is read for years: what was written must be understood for ever. */
class DetailTests {
  private static final UUID CAMPAIGN = UUID.fromString("01a21c48-4528-7000-9d2e-4a980780ca9e");
  private static final LocalDate DAY = LocalDate.parse("2026-11-27");
  private static final Instant END = Instant.parse("2027-11-30T23:00:00Z");

  private static final Detail USUAL =
      new Detail(
          new Person(DAY, null, Standing.NONE, 48, 402_776, END, null),
          null,
          Set.of("SAVE1"),
          null,
          0L,
          null,
          List.of(new Counted(counter(), new Used(1, 50, 50), Used.NOTHING)),
          List.of(
              new Given(
                  Type.EARN, CAMPAIGN, 3, "main", "points", 86, 80, null, null, END, null, null,
                  null, null),
              new Given(
                  Type.DISCOUNT,
                  CAMPAIGN,
                  3,
                  "main",
                  null,
                  14,
                  14,
                  null,
                  null,
                  null,
                  Map.of(0, 14L),
                  null,
                  null,
                  null)),
          List.of(new Held("points", 5544, 1, 2)),
          null,
          null,
          List.of(new Tiered("levels", "gold", DAY, true, null)),
          new Assigned(true, Map.of(CAMPAIGN, "b")),
          List.of(new Redeemed("save1", "SAVE1", true, List.of(counter()))),
          Map.of("SAVE1", "save1"),
          List.of(new NotApplied(CAMPAIGN, "main", "cap", Map.of("value", "5"))));

  private static final String BY_POSITION =
      """
      [{"person":["2026-11-27",null,{},48,402776,"2027-11-30T23:00:00Z",null],\
      "coupons":["SAVE1"],"notEarning":0,\
      "counted":[[["01a21c48-4528-7000-9d2e-4a980780ca9e","main",true,"DAY","2026-11-27","b:1"],\
      [1,50,50],[0,0,0]]],\
      "given":[["EARN","01a21c48-4528-7000-9d2e-4a980780ca9e",3,"main","points",86,80,null,null,\
      "2027-11-30T23:00:00Z",null,null,null,null],\
      ["DISCOUNT","01a21c48-4528-7000-9d2e-4a980780ca9e",3,"main",null,14,14,null,null,null,\
      {"0":14},null,null,null]],\
      "wallets":[["points",5544,1,2]],"tiers":[["levels","gold","2026-11-27",true,null]],\
      "assigned":[true,{"01a21c48-4528-7000-9d2e-4a980780ca9e":"b"}],\
      "redeemed":[["save1","SAVE1",true,[["01a21c48-4528-7000-9d2e-4a980780ca9e","main",true,"DAY",\
      "2026-11-27","b:1"]]]],\
      "codes":{"SAVE1":"save1"},\
      "refused":[["01a21c48-4528-7000-9d2e-4a980780ca9e","main","cap",{"value":"5"}]]}]\
      """;

  private static final String BY_NAME =
      """
      {"person":{"joined":"2026-11-27","birthDate":null,"standing":{},"visits":48,"spent":402776,
       "firstVisit":"2027-11-30T23:00:00Z","lastVisit":null},
       "coupons":["SAVE1"],"notEarning":0,
       "counted":[{"counter":{"campaign":"01a21c48-4528-7000-9d2e-4a980780ca9e","rule":"main",
         "personal":true,"period":"DAY","since":"2026-11-27","scope":"b:1"},
         "before":{"uses":1,"units":50,"money":50},"added":{"uses":0,"units":0,"money":0}}],
       "given":[{"type":"EARN","campaign":"01a21c48-4528-7000-9d2e-4a980780ca9e","version":3,
         "rule":"main","unit":"points","wanted":86,"granted":80,
         "expiresAt":"2027-11-30T23:00:00Z"},
        {"type":"DISCOUNT","campaign":"01a21c48-4528-7000-9d2e-4a980780ca9e","version":3,
         "rule":"main","wanted":14,"granted":14,"byLine":{"0":14}}],
       "wallets":[{"unit":"points","active":5544,"pending":1,"owed":2}],
       "tiers":[{"set":"levels","tier":"gold","until":"2026-11-27","moved":true}],
       "assigned":{"control":true,
         "variants":{"01a21c48-4528-7000-9d2e-4a980780ca9e":"b"}},
       "redeemed":[{"code":"save1","name":"SAVE1","givenBack":true,"counters":[
         {"campaign":"01a21c48-4528-7000-9d2e-4a980780ca9e","rule":"main","personal":true,
          "period":"DAY","since":"2026-11-27","scope":"b:1"}]}],
       "codes":{"SAVE1":"save1"},
       "refused":[{"campaign":"01a21c48-4528-7000-9d2e-4a980780ca9e","rule":"main","code":"cap",
         "args":{"value":"5"}}]}
      """;

  private static Counter counter() {
    return new Counter(CAMPAIGN, "main", true, Period.DAY, DAY, "b:1");
  }

  @Test
  void isKeptByPosition() {
    assertThat(USUAL.json()).isEqualTo(BY_POSITION);
    assertThat(Detail.of(BY_POSITION)).isEqualTo(USUAL);
  }

  @Test
  void isReadByNameToo() {
    assertThat(Detail.of(BY_NAME)).isEqualTo(USUAL);
  }

  /** As a version writes it that knows fewer components. */
  @Test
  void whatWasAddedAtTheEndMayBeMissing() {
    Detail found =
        Detail.of(
            """
            [{"given":[["EARN","01a21c48-4528-7000-9d2e-4a980780ca9e",3,"main","points",86,80]]}]
            """);
    assertThat(found.given().getFirst().granted()).isEqualTo(80);
    assertThat(found.given().getFirst().vouchers()).isNull();
    assertThat(found.wallets()).isEmpty();
  }

  @Test
  void everyPaymentIsKept() {
    List<Paid> paid =
        List.of(
            Paid.other("cash", 100),
            Paid.wallet("points", 5, 10, new Rate(2, 1)),
            Paid.goods("stamps", 10, 300, 1));
    Detail detail =
        new Detail(
            null, null, null, paid, null, null, null, null, null, null, null, null, null, null,
            null, null);
    assertThat(Detail.of(detail.json())).isEqualTo(detail);
  }
}
