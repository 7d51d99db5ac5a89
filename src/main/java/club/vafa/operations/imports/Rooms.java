package club.vafa.operations.imports;

import club.vafa.activity.Activity;
import club.vafa.cards.Cards;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.members.Enrolment;
import club.vafa.members.Members;
import org.springframework.stereotype.Component;

/** The faces an import works with. */
@Component
record Rooms(
    Clubs clubs,
    Members members,
    Enrolment enrolment,
    Cards cards,
    Activity activity,
    Earning earning) {}
