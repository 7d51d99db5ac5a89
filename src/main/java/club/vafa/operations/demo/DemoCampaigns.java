package club.vafa.operations.demo;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.operations.shop.Year;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The campaigns of the demo club. Most run from the beginning; those with a date are published a
 * few days before it, as an owner would.
 */
@Component
@Profile("demo")
class DemoCampaigns {
  private static final int CAKE_WEEKS = 262;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Campaigns campaigns;

  DemoCampaigns(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** Campaigns not published yet, earliest first. */
  List<JsonNode> of(Year.Plan plan) {
    String text =
        text("campaigns.json")
            .replace("{opening.from}", time(plan, Year.THIRD_BRANCH))
            .replace("{opening.until}", time(plan, Year.THIRD_BRANCH + 42))
            .replace("{cake.from}", time(plan, CAKE_WEEKS))
            .replace("{cake.until}", time(plan, CAKE_WEEKS + 28))
            // Enough for about half of the four weeks, so that the budget is seen to end.
            .replace("{cake.budget}", Long.toString(plan.purchases() * 4_000L));
    return read(text);
  }

  /** Campaigns that are being worked on; one of them is live in another form. */
  List<JsonNode> drafts() {
    return read(text("drafts.json"));
  }

  private static List<JsonNode> read(String text) {
    List<JsonNode> all = new ArrayList<>();
    JSON.readTree(text).forEach(all::add);
    return all;
  }

  /** Publishes those whose time has come, and answers the others. */
  List<JsonNode> publish(Club club, List<JsonNode> waiting, Instant now) {
    List<JsonNode> later = new ArrayList<>();
    for (JsonNode definition : waiting) {
      JsonNode from = definition.get("from");
      if (from != null && OffsetDateTime.parse(from.asString()).toInstant().isAfter(now)) {
        later.add(definition);
      } else {
        publish(club, definition);
      }
    }
    return later;
  }

  private void publish(Club club, JsonNode definition) {
    ClubScope.run(
        club.id(),
        () -> {
          Campaign draft = DemoClub.done(campaigns.draft(club, definition));
          DemoClub.done(campaigns.publish(club, draft.id(), null, "staff:owner"));
        });
  }

  private static String time(Year.Plan plan, int day) {
    return plan.first().plusDays(day).atStartOfDay(Year.ZONE).toOffsetDateTime().toString();
  }

  private static String text(String name) {
    try (InputStream file = Objects.requireNonNull(DemoCampaigns.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
