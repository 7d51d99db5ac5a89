package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.installation.Outgoing.Body;
import club.vafa.installation.Outgoing.Mail;
import club.vafa.installation.Outgoing.Security;
import club.vafa.installation.Outgoing.Sms;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingTests {
  private static Outgoing read(String... given) {
    Map<String, String> environment = new HashMap<>();
    for (int at = 0; at < given.length; at += 2) {
      environment.put(given[at], given[at + 1]);
    }
    return Settings.read(environment, Path.of("nowhere")).outgoing();
  }

  @Test
  void nothingIsSentUnlessItIsSetUp() {
    assertThat(read()).isEqualTo(Outgoing.NOTHING);
  }

  @Test
  void aGatewayIsAskedByItsAddressOrWithABody() {
    assertThat(read("VAFA_SMS_URL", "https://sms.example/?to={to}&text={text}").sms())
        .isEqualTo(
            new Sms("https://sms.example/?to={to}&text={text}", "GET", Map.of(), Body.JSON, null));
    assertThat(
            read(
                    "VAFA_SMS_URL", "https://sms.example/",
                    "VAFA_SMS_BODY", "to={to}&text={text}",
                    "VAFA_SMS_TYPE", "form",
                    "VAFA_SMS_HEADERS", "Authorization: Bearer a:b | X-Club: 1")
                .sms())
        .isEqualTo(
            new Sms(
                "https://sms.example/",
                "POST",
                Map.of("Authorization", "Bearer a:b", "X-Club", "1"),
                Body.FORM,
                "to={to}&text={text}"));
  }

  @Test
  void mailGoesEncryptedUnlessItIsSaidOtherwise() {
    assertThat(read("VAFA_MAIL_HOST", "mail.example", "VAFA_MAIL_FROM", "a@b.example").mail())
        .isEqualTo(new Mail("mail.example", 587, Security.STARTTLS, null, null, "a@b.example"));
    assertThat(
            read(
                    "VAFA_MAIL_HOST", "mail.example",
                    "VAFA_MAIL_FROM", "a@b.example",
                    "VAFA_MAIL_SECURITY", "tls")
                .mail())
        .extracting(Mail::port)
        .isEqualTo(465);
    assertThat(read("VAFA_SITE", "https://club.example/").site()).isEqualTo("https://club.example");
  }

  @ParameterizedTest
  @CsvSource({
    "VAFA_SITE,         club.example,                 it must be an address such as",
    "VAFA_SMS_URL,      ftp://x/{to}{text},           it must be an address that begins",
    "VAFA_SMS_URL,      https://x/?to={to},           put {to} and {text}",
    "VAFA_SMS_BODY,     {to}{text},                   but sms.url is not",
    "VAFA_MAIL_HOST,    mail.example,                 the address that mail comes from",
    "VAFA_MAIL_PORT,    25,                           but mail.host is not",
  })
  void whatDoesNotFitStopsTheStart(String variable, String value, String told) {
    assertThatThrownBy(() -> read(variable, value))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(told);
  }
}
