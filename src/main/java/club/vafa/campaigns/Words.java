package club.vafa.campaigns;

import club.vafa.activity.Activity;
import club.vafa.activity.EventType;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.goods.Goods;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import club.vafa.rules.Vocabulary.Names;
import club.vafa.rules.Vocabulary.UnitInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a club's campaigns may name, in the words of the rules. */
@Component
class Words {
  private final Activity activity;
  private final Goods goods;

  Words(Activity activity, Goods goods) {
    this.activity = activity;
    this.goods = goods;
  }

  Vocabulary of(Club club, Names names) {
    return of(club, activity.eventTypes(club.id()), names);
  }

  Vocabulary of(Club club, List<EventType> types, Names names) {
    Map<String, UnitInfo> units = new HashMap<>();
    for (Unit unit : club.units()) {
      units.put(
          unit.code(),
          new UnitInfo(
              unit.code(),
              unit.decimals(),
              unit.rounding(),
              kind(unit.kind()),
              unit.names(),
              unit.worth()));
    }
    Map<String, EventSchema> events = new HashMap<>();
    for (EventType type : types) {
      events.put(type.code(), schema(type));
    }
    return new Vocabulary(
        units,
        club.currency(),
        club.look().toman(),
        club.calendar(),
        club.zone(),
        events,
        names,
        goods.categoryNames(club.id()));
  }

  private static EventSchema schema(EventType type) {
    Map<String, AttributeKind> attributes = new HashMap<>();
    type.attributes().forEach((code, attribute) -> attributes.put(code, kind(attribute.type())));
    return new EventSchema(attributes);
  }

  private static AttributeKind kind(EventType.Type type) {
    return switch (type) {
      case TEXT -> AttributeKind.TEXT;
      case NUMBER -> AttributeKind.NUMBER;
      case BOOLEAN -> AttributeKind.BOOLEAN;
      case DATE -> AttributeKind.DATE;
    };
  }

  private static UnitInfo.Kind kind(Unit.Kind kind) {
    return switch (kind) {
      case POINTS -> UnitInfo.Kind.POINTS;
      case STAMPS -> UnitInfo.Kind.STAMPS;
      case CREDIT -> UnitInfo.Kind.CREDIT;
      case STATUS -> UnitInfo.Kind.STATUS;
    };
  }
}
