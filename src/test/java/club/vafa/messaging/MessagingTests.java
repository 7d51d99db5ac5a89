package club.vafa.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.installation.Outgoing;
import club.vafa.installation.Outgoing.Body;
import club.vafa.installation.Outgoing.Mail;
import club.vafa.installation.Outgoing.Security;
import club.vafa.installation.Outgoing.Sms;
import club.vafa.messaging.Note.Way;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagingTests {
  private static final List<Duration> AT_ONCE = List.of(Duration.ZERO, Duration.ZERO);
  private static final Note TEXT =
      new Note(Way.SMS, "+4915112345678", "Café", "", "Café \"1\": کد ۱۲۳\nشما & more");

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final AtomicInteger failing = new AtomicInteger();
  private HttpServer gateway;

  @BeforeEach
  void startGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          try (exchange) {
            received.add(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI().getRawQuery()
                    + " "
                    + exchange.getRequestHeaders().getFirst("X-Key")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(failing.getAndDecrement() > 0 ? 503 : 200, -1);
          }
        });
    gateway.start();
  }

  @AfterEach
  void stopGateway() {
    gateway.stop(0);
  }

  private Messaging messaging(String query, Body type, @Nullable String body) {
    String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/" + query;
    Sms sms = new Sms(url, body == null ? "GET" : "POST", Map.of("X-Key", "k"), type, body);
    return new Messaging(new Outgoing(null, sms, null), false, AT_ONCE);
  }

  private String next() throws InterruptedException {
    String next = received.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("what came to the gateway").isNotNull();
    return next;
  }

  @Test
  void aTextIsSpelledAsItsPlaceNeedsIt() throws InterruptedException {
    messaging("?to={to}&text={text}", Body.JSON, null).send(TEXT);
    assertThat(next())
        .startsWith("GET to=%2B4915112345678&text=Caf%C3%A9%20%221%22%3A%20%DA%A9")
        .contains("%20%26%20more k");
    messaging("", Body.JSON, "{\"to\":\"{to}\",\"text\":\"{text}\"}").send(TEXT);
    assertThat(next())
        .isEqualTo(
            "POST null k {\"to\":\"+4915112345678\","
                + "\"text\":\"Café \\\"1\\\": کد ۱۲۳\\nشما & more\"}");
    messaging("", Body.FORM, "to={to}&text={text}").send(TEXT);
    assertThat(next()).contains("to=%2B4915112345678&text=Caf%C3%A9%20%221%22");
  }

  @Test
  void aGatewayThatFailsIsAskedThreeTimesAndNoMore() throws InterruptedException {
    failing.set(2);
    Messaging messaging = messaging("?to={to}&text={text}", Body.JSON, null);
    messaging.send(TEXT);
    next();
    next();
    next();
    failing.set(9);
    messaging.send(TEXT);
    next();
    next();
    next();
    messaging.send(new Note(Way.SMS, "+491", "Café", "", "last"));
    assertThat(next()).contains("last");
  }

  @Test
  void mailGoesToItsServerWithTheClubsName() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Mail mail =
          new Mail(
              "127.0.0.1", server.getSmtp().getPort(), Security.NONE, null, null, "a@vafa.test");
      Messaging messaging = new Messaging(new Outgoing(null, null, mail), false, AT_ONCE);
      assertThat(messaging.goes(Way.SMS)).isFalse();
      messaging.send(new Note(Way.EMAIL, "sara@example.org", "نان و نمک", "کد شما", "123456"));
      assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
      MimeMessage got = server.getReceivedMessages()[0];
      assertThat(got.getSubject()).isEqualTo("کد شما");
      assertThat(got.getFrom()[0].toString()).contains("a@vafa.test");
      assertThat(GreenMailUtil.getBody(got)).contains("123456");
    } finally {
      server.stop();
    }
  }

  @Test
  void withoutAnythingSetUpNothingGoesAndOnlyADemoSpeaksAloud() {
    Messaging none = new Messaging(Outgoing.NOTHING, false, AT_ONCE);
    assertThat(none.goes(Way.SMS) || none.goes(Way.EMAIL) || none.isAloud()).isFalse();
    assertThatThrownBy(() -> none.send(TEXT)).hasMessageNotContaining("1234");
    Messaging demo = new Messaging(Outgoing.NOTHING, true, AT_ONCE);
    assertThat(demo.goes(Way.SMS) && demo.goes(Way.EMAIL) && demo.isAloud()).isTrue();
    assertThat(messaging("?{to}{text}", Body.JSON, null).isAloud()).isFalse();
    assertThat(TEXT.toString()).doesNotContain("123").doesNotContain("49");
  }
}
