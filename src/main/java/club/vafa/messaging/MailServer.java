package club.vafa.messaging;

import club.vafa.installation.Outgoing.Mail;
import club.vafa.installation.Outgoing.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mail to a server over SMTP. */
final class MailServer implements Messaging.Carrier {
  private static final String PATIENCE = "10000";

  private final Mail settings;
  private final JavaMailSenderImpl server = new JavaMailSenderImpl();

  MailServer(Mail settings) {
    this.settings = settings;
    server.setHost(settings.host());
    server.setPort(settings.port());
    server.setDefaultEncoding(StandardCharsets.UTF_8.name());
    if (settings.user() != null) {
      server.setUsername(settings.user());
      server.setPassword(settings.password());
    }
    Properties more = server.getJavaMailProperties();
    more.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
    more.put("mail.smtp.connectiontimeout", PATIENCE);
    more.put("mail.smtp.timeout", PATIENCE);
    more.put("mail.smtp.writetimeout", PATIENCE);
    more.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
    more.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starts = settings.security() == Security.STARTTLS;
    more.put("mail.smtp.starttls.enable", Boolean.toString(starts));
    more.put("mail.smtp.starttls.required", Boolean.toString(starts));
  }

  @Override
  public void carry(Note note) throws MessagingException, UnsupportedEncodingException {
    MimeMessage mail = server.createMimeMessage();
    MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
    parts.setFrom(settings.from(), note.from());
    parts.setTo(note.to());
    parts.setSubject(note.subject());
    parts.setText(note.text());
    server.send(mail);
  }
}
