package club.vafa.members;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** People join, once each, however they are spelled and however many try at the same time. */
@StoryTest
@Import(TestClub.class)
class EnrolmentStoryTests {
  private static final String SARA =
      """
      {"phone":"0151 12345678","email":" Sara@Example.COM ","source":"shop","externalId":"C-1",
       "firstName":"Sara"}
      """;

  private final TestClub clubs;
  private final Enrolment enrolment;
  @LocalServerPort private int port;
  private Club club;
  private ApiClient till;

  EnrolmentStoryTests(TestClub clubs, Enrolment enrolment) {
    this.clubs = clubs;
    this.enrolment = enrolment;
  }

  @BeforeEach
  void aClub() {
    club = clubs.cafe();
    till = ApiClient.of(port, clubs.key(club));
  }

  private String enrol(String body) {
    Answer answer = till.post("/v1/members", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.at("/id");
  }

  private Answer find(String field, String value) {
    return till.get(
        "/v1/members?" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  @Test
  void whoIsAMemberAlreadyIsNamed() {
    String sara = enrol(SARA);

    Answer answer =
        till.post("/v1/members", "{\"email\":\"SARA@example.com\",\"phone\":\"015112345678\"}");
    assertThat(answer.told()).isEqualTo("409 member_exists /phone");
    assertThat(answer.at("/detail")).contains(sara);
    assertThat(answer.at("/errors/1/pointer")).isEqualTo("/email");
    assertThat(till.post("/v1/members", "{\"source\":\"shop\",\"externalId\":\"C-1\"}").told())
        .isEqualTo("409 member_exists /externalId");
    assertThat(till.post("/v1/members", "{\"externalId\":\"C-1\"}").status()).isEqualTo(201);
    assertThat(find("email", "sara@EXAMPLE.com").at("/data/0/id")).isEqualTo(sara);
    assertThat(till.get("/v1/members?externalId=C-1&source=shop").at("/data/0/id")).isEqualTo(sara);
    assertThat(find("email", "nobody@example.com").body()).isEqualTo("{\"data\":[]}");
  }

  @Test
  void sixtyFourAtOnceMakeOneMember() throws Exception {
    int callers = 64;
    CountDownLatch start = new CountDownLatch(callers);
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<Answer>> running =
          IntStream.range(0, callers)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return till.post("/v1/members", "{\"phone\":\"0151 9999999\"}");
                  }))
              .toList();
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
    }

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::told)
        .containsOnly("409 member_exists /phone");
    assertThat(till.get("/v1/members").json().at("/data").size()).isEqualTo(1);
  }

  @Test
  void batchesThatOverlapNeverBlockEachOtherForGood() throws Exception {
    List<NewMember> people =
        IntStream.range(0, 200).mapToObj(at -> phone("0151%07d".formatted(at))).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<Outcome<MemberId>>>> running =
          IntStream.range(0, 8)
              .mapToObj(at ->
                  threads.submit(() -> {
                    List<NewMember> mixed = new ArrayList<>(people);
                    java.util.Collections.shuffle(mixed, new java.util.Random(at));
                    return ClubScope.call(club.id(), () -> enrolment.enrolAll(club, mixed));
                  }))
              .toList();
      int done = 0;
      for (Future<List<Outcome<MemberId>>> batch : running) {
        for (Outcome<MemberId> outcome : batch.get()) {
          done += outcome instanceof Done<MemberId> ? 1 : 0;
        }
      }
      assertThat(done).isEqualTo(200);
    }
  }

  @Test
  void aListOfPeopleIsEnrolledOneByOne() {
    enrol("{\"phone\":\"01511111111\"}");
    List<Outcome<MemberId>> outcomes =
        ClubScope.call(
            club.id(),
            () ->
                enrolment.enrolAll(
                    club,
                    List.of(
                        phone("0151 1111111"),
                        phone("0151 2222222"),
                        phone("0151 2222222"),
                        phone("x"),
                        phone("0151 3333333"))));

    assertThat(outcomes)
        .map(outcome ->
            switch (outcome) {
              case Done<MemberId> _ -> "joined";
              case Outcome.Refused<MemberId>(var refusals) -> refusals.getFirst().code().code();
            })
        .containsExactly("member_exists", "joined", "member_exists", "phone_invalid", "joined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+4915112345678",
        "0151 12345678",
        "(0151) 123-456-78",
        "004915112345678",
        "+49 (0)151 12345678",
        "۰۱۵۱ ۱۲۳۴۵۶۷۸",
        "٠١٥١١٢٣٤٥٦٧٨",
        " 0151/12345678 ",
      })
  void aPhoneIsFoundInAnySpelling(String spelled) {
    String sara = enrol(SARA);

    assertThat(find("phone", spelled).at("/data/0/id")).isEqualTo(sara);
    assertThat(till.post("/v1/members", "{\"phone\":\"" + spelled + "\"}").told())
        .isEqualTo("409 member_exists /phone");
  }

  private static NewMember phone(@Nullable String phone) {
    return new NewMember(
        phone, null, null, null, null, null, null, null, Map.of(), List.of(), null);
  }
}
