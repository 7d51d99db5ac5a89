package club.vafa.messaging;

import club.vafa.installation.Outgoing;
import club.vafa.installation.Settings;
import club.vafa.messaging.Note.Way;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Sends notes. Whoever asks does not wait: how long a gateway takes says nothing to anybody. What
 * cannot be sent is tried again for some seconds and then given up with a line in the log, which
 * names neither the person nor the words.
 */
@Component
public class Messaging {
  private static final Logger LOG = LoggerFactory.getLogger(Messaging.class);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));
  private static final int MOST_AT_ONCE = 200;

  private final Map<Way, Carrier> carriers = new EnumMap<>(Way.class);
  private final boolean aloud;
  private final List<Duration> pauses;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

  /** What takes a note to where it goes, or fails. */
  @FunctionalInterface
  interface Carrier {
    void carry(Note note) throws Exception;
  }

  @Autowired
  Messaging(Settings settings, Environment environment) {
    this(settings.outgoing(), environment.acceptsProfiles(Profiles.of("demo")), PAUSES);
  }

  Messaging(Outgoing outgoing, boolean demo, List<Duration> pauses) {
    if (outgoing.sms() != null) {
      carriers.put(Way.SMS, new SmsGateway(outgoing.sms()));
    }
    if (outgoing.mail() != null) {
      carriers.put(Way.EMAIL, new MailServer(outgoing.mail()));
    }
    this.aloud = demo && carriers.isEmpty();
    this.pauses = pauses;
    if (aloud) {
      carriers.put(Way.SMS, Messaging::sayAloud);
      carriers.put(Way.EMAIL, Messaging::sayAloud);
    }
  }

  /** Whether notes can go this way at all. */
  public boolean goes(Way way) {
    return carriers.containsKey(way);
  }

  /** Whether notes reach nobody but whoever watches the demo. */
  public boolean isAloud() {
    return aloud;
  }

  /** Sends it soon. */
  public void send(Note note) {
    Carrier carrier = carriers.get(note.way());
    if (carrier == null) {
      throw new IllegalStateException("nothing is set up for " + note);
    }
    if (!room.tryAcquire()) {
      LOG.warn("Too many notes wait to be sent; {} was given up", note);
      return;
    }
    sending.execute(() -> {
      try {
        carry(carrier, note);
      } finally {
        room.release();
      }
    });
  }

  private void carry(Carrier carrier, Note note) {
    for (int attempt = 0; attempt <= pauses.size(); attempt++) {
      try {
        carrier.carry(note);
        return;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception failed) {
        LOG.warn("{} was not sent, try {}: {}", note, attempt + 1, reason(failed));
        if (attempt == pauses.size() || !waited(pauses.get(attempt))) {
          return;
        }
      }
    }
  }

  /** Messages of libraries may repeat what was to be sent; our own do not. */
  private static String reason(Exception failed) {
    return failed instanceof NotSent told
        ? String.valueOf(told.getMessage())
        : failed.getClass().getSimpleName();
  }

  private static boolean waited(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void sayAloud(Note note) {
    System.out.println("\n  " + note.to() + ": " + note.text() + "\n");
  }

  @PreDestroy
  void close() {
    sending.shutdownNow();
  }
}
