import type { MigrationClass } from '#platform/database';
import { LayTheGround1767225600000 } from './1767225600000-lay-the-ground.js';
import { SeatTheOrganisation1767225601000 } from './1767225601000-seat-the-organisation.js';
import { NameBodiesThroughTime1767225601010 } from './1767225601010-name-bodies-through-time.js';
import { KeepAssignmentsAsRecords1767225601020 } from './1767225601020-keep-assignments-as-records.js';
import { DecideOnChairTerms1767225601030 } from './1767225601030-decide-on-chair-terms.js';
import { KeepSignInSessions1767225602000 } from './1767225602000-keep-sign-in-sessions.js';
import { DeliverOutboxMessagesOnce1767225603000 } from './1767225603000-deliver-outbox-messages-once.js';
import { NotifyPeople1767225604000 } from './1767225604000-notify-people.js';
import { NameKindsOfNotificationsInOnePlace1767225604010 } from './1767225604010-name-kinds-of-notifications-in-one-place.js';
import { PlanConferences1767225605000 } from './1767225605000-plan-conferences.js';
import { LetGuestsKnowOfConferences1767225605005 } from './1767225605005-let-guests-know-of-conferences.js';
import { KeepAssumptionsInTheProfile1767225605010 } from './1767225605010-keep-assumptions-in-the-profile.js';
import { LeadSessionsToAgreedMinutes1767225605020 } from './1767225605020-lead-sessions-to-agreed-minutes.js';
import { NoteWhoTakesPart1767225605030 } from './1767225605030-note-who-takes-part.js';
import { CreateTopics1767225606000 } from './1767225606000-create-topics.js';
import { EndTopicsInMoreWays1767225606010 } from './1767225606010-end-topics-in-more-ways.js';
import { MergeTopics1767225606020 } from './1767225606020-merge-topics.js';
import { KeepRecommendationsPerStage1767225606030 } from './1767225606030-keep-recommendations-per-stage.js';
import { LinkPrecedents1767225606040 } from './1767225606040-link-precedents.js';
import { RestrictTopicsToNamedParties1767225606050 } from './1767225606050-restrict-topics-to-named-parties.js';
import { CreateProposalVersions1767225607000 } from './1767225607000-create-proposal-versions.js';
import { CreateAgendas1767225608000 } from './1767225608000-create-agendas.js';
import { LetTopicsReturnToAnAgenda1767225608010 } from './1767225608010-let-topics-return-to-an-agenda.js';
import { PullItemsOffTheConsentList1767225608020 } from './1767225608020-pull-items-off-the-consent-list.js';
import { CirculateSupplements1767225608030 } from './1767225608030-circulate-supplements.js';
import { ExplainMissingTopics1767225608040 } from './1767225608040-explain-missing-topics.js';
import { GiveBodiesAgendasOfTheirOwn1767225608050 } from './1767225608050-give-bodies-agendas-of-their-own.js';
import { RememberWhatWasSeenOfAgendas1767225608060 } from './1767225608060-remember-what-was-seen-of-agendas.js';
import { LetAgendaItemsFollowTheirTopic1767225608070 } from './1767225608070-let-agenda-items-follow-their-topic.js';
import { CreateBallotsAndResolutions1767225609000 } from './1767225609000-create-ballots-and-resolutions.js';
import { KeepResolutionsOfTheArchive1767225609100 } from './1767225609100-keep-resolutions-of-the-archive.js';
import { NameTheRuleForSilence1767225609200 } from './1767225609200-name-the-rule-for-silence.js';
import { ShowGuestsWhatTheirBodyDealsWith1767225609250 } from './1767225609250-show-guests-what-their-body-deals-with.js';
import { NameWhatABallotIsAbout1767225609310 } from './1767225609310-name-what-a-ballot-is-about.js';
import { SupersedeBallots1767225609320 } from './1767225609320-supersede-ballots.js';
import { VoteOnBlocks1767225609330 } from './1767225609330-vote-on-blocks.js';
import { NameWhoSitsAtTheTable1767225609340 } from './1767225609340-name-who-sits-at-the-table.js';
import { KeepStatements1767225609600 } from './1767225609600-keep-statements.js';
import { WriteMinutes1767225609700 } from './1767225609700-write-minutes.js';
import { CorrectResolutions1767225609800 } from './1767225609800-correct-resolutions.js';
import { VoteInWriting1767225610000 } from './1767225610000-vote-in-writing.js';
import { CreateReleases1767225611010 } from './1767225611010-create-releases.js';
import { PreparePublications1767225611020 } from './1767225611020-prepare-publications.js';
import { ProjectWhatIsPublic1767225611030 } from './1767225611030-project-what-is-public.js';
import { ProjectCorrections1767225611040 } from './1767225611040-project-corrections.js';
import { NameTheConferenceInPublic1767225611050 } from './1767225611050-name-the-conference-in-public.js';
import { LetReleasesFollowTheirTopic1767225611060 } from './1767225611060-let-releases-follow-their-topic.js';
import { FollowUpResolutions1767225612000 } from './1767225612000-follow-up-resolutions.js';
import { KeepVotesOffFiresideTalks1767225650040 } from './1767225650040-keep-votes-off-fireside-talks.js';
import { AnnounceChanges1767225700010 } from './1767225700010-announce-changes.js';
import { ChooseHowToBeTold1767225700020 } from './1767225700020-choose-how-to-be-told.js';
import { SubscribeToCalendars1767225803010 } from './1767225803010-subscribe-to-calendars.js';
import { InviteCalendars1767225803020 } from './1767225803020-invite-calendars.js';
import { TellWhenPublicTextsChanged1767225711030 } from './1767225711030-tell-when-public-texts-changed.js';
import { SearchTheCorrectedText1767225711020 } from './1767225711020-search-the-corrected-text.js';
import { NameWhatSilenceMeansInWriting1767225710010 } from './1767225710010-name-what-silence-means-in-writing.js';
import { EndObjectionsWithTheSession1767225711010 } from './1767225711010-end-objections-with-the-session.js';
import { NameTheOfficeOfAnAct1767225701010 } from './1767225701010-name-the-office-of-an-act.js';
import { KeepDeadlinesAsRows1767225702010 } from './1767225702010-keep-deadlines-as-rows.js';
import { MoveAndCancelConferences1767225705010 } from './1767225705010-move-and-cancel-conferences.js';
import { CountWorkingDaysByTheProfile1767225705020 } from './1767225705020-count-working-days-by-the-profile.js';
import { KeepPrecedentsAsRecords1767225706010 } from './1767225706010-keep-precedents-as-records.js';
import { StandForPapersKeptElsewhere1767225706020 } from './1767225706020-stand-for-papers-kept-elsewhere.js';
import { LetResolutionsFollowTheirTopic1767225706030 } from './1767225706030-let-resolutions-follow-their-topic.js';
import { NumberRestrictedItemsApart1767225708010 } from './1767225708010-number-restricted-items-apart.js';
import { KeepFormerExplanations1767225708020 } from './1767225708020-keep-former-explanations.js';
import { KeepDraftsWithTheOfficers1767225708030 } from './1767225708030-keep-drafts-with-the-officers.js';
import { KeepFiresideTalksApart1767225708040 } from './1767225708040-keep-fireside-talks-apart.js';
import { NameTheSessionOfResolutions1767225709030 } from './1767225709030-name-the-session-of-resolutions.js';
import { KeepStatementsWithinTheirBody1767225709040 } from './1767225709040-keep-statements-within-their-body.js';
import { WriteMinutesOfBodies1767225709020 } from './1767225709020-write-minutes-of-bodies.js';
import { HoldBallotsInSessions1767225709010 } from './1767225709010-hold-ballots-in-sessions.js';
import { KeepMoreDeadlines1767225800010 } from './1767225800010-keep-more-deadlines.js';
import { CloseByTheSweep1767225800020 } from './1767225800020-close-by-the-sweep.js';
import { RemindOfDeadlines1767225801010 } from './1767225801010-remind-of-deadlines.js';
import { NameHeadsOfOffices1767225801020 } from './1767225801020-name-heads-of-offices.js';
import { ListFailedMails1767225802010 } from './1767225802010-list-failed-mails.js';
import { CountMailsByTheMinute1767225802020 } from './1767225802020-count-mails-by-the-minute.js';
import { ThreadMailsByTopic1767225802030 } from './1767225802030-thread-mails-by-topic.js';
import { TakeBackChoices1767225802040 } from './1767225802040-take-back-choices.js';
import { KeepDeadLetters1767225804010 } from './1767225804010-keep-dead-letters.js';
import { AskForComments1767225805010 } from './1767225805010-ask-for-comments.js';
import { LetDeadlinesOpenWithTheirRound1767225807010 } from './1767225807010-let-deadlines-open-with-their-round.js';
import { MoveCommentRoundsWithTheirTopic1767225901010 } from './1767225901010-move-comment-rounds-with-their-topic.js';
import { KnowWhetherMailsLeave1767225902010 } from './1767225902010-know-whether-mails-leave.js';
import { LetDeadLettersBeDiscarded1767225903010 } from './1767225903010-let-dead-letters-be-discarded.js';
import { TellOnlyWhoMayRead1767225906010 } from './1767225906010-tell-only-who-may-read.js';

/** In the order in which they are applied. */
export const migrations: readonly MigrationClass[] = [
  LayTheGround1767225600000,
  SeatTheOrganisation1767225601000,
  NameBodiesThroughTime1767225601010,
  KeepAssignmentsAsRecords1767225601020,
  DecideOnChairTerms1767225601030,
  KeepSignInSessions1767225602000,
  DeliverOutboxMessagesOnce1767225603000,
  NotifyPeople1767225604000,
  NameKindsOfNotificationsInOnePlace1767225604010,
  PlanConferences1767225605000,
  LetGuestsKnowOfConferences1767225605005,
  KeepAssumptionsInTheProfile1767225605010,
  LeadSessionsToAgreedMinutes1767225605020,
  NoteWhoTakesPart1767225605030,
  CreateTopics1767225606000,
  EndTopicsInMoreWays1767225606010,
  MergeTopics1767225606020,
  KeepRecommendationsPerStage1767225606030,
  LinkPrecedents1767225606040,
  RestrictTopicsToNamedParties1767225606050,
  CreateProposalVersions1767225607000,
  CreateAgendas1767225608000,
  LetTopicsReturnToAnAgenda1767225608010,
  PullItemsOffTheConsentList1767225608020,
  CirculateSupplements1767225608030,
  ExplainMissingTopics1767225608040,
  GiveBodiesAgendasOfTheirOwn1767225608050,
  RememberWhatWasSeenOfAgendas1767225608060,
  LetAgendaItemsFollowTheirTopic1767225608070,
  CreateBallotsAndResolutions1767225609000,
  KeepResolutionsOfTheArchive1767225609100,
  NameTheRuleForSilence1767225609200,
  ShowGuestsWhatTheirBodyDealsWith1767225609250,
  NameWhatABallotIsAbout1767225609310,
  SupersedeBallots1767225609320,
  VoteOnBlocks1767225609330,
  NameWhoSitsAtTheTable1767225609340,
  KeepStatements1767225609600,
  WriteMinutes1767225609700,
  CorrectResolutions1767225609800,
  VoteInWriting1767225610000,
  CreateReleases1767225611010,
  PreparePublications1767225611020,
  ProjectWhatIsPublic1767225611030,
  ProjectCorrections1767225611040,
  NameTheConferenceInPublic1767225611050,
  LetReleasesFollowTheirTopic1767225611060,
  FollowUpResolutions1767225612000,
  KeepVotesOffFiresideTalks1767225650040,
  AnnounceChanges1767225700010,
  ChooseHowToBeTold1767225700020,
  NameTheOfficeOfAnAct1767225701010,
  KeepDeadlinesAsRows1767225702010,
  MoveAndCancelConferences1767225705010,
  CountWorkingDaysByTheProfile1767225705020,
  KeepPrecedentsAsRecords1767225706010,
  StandForPapersKeptElsewhere1767225706020,
  LetResolutionsFollowTheirTopic1767225706030,
  NumberRestrictedItemsApart1767225708010,
  KeepFormerExplanations1767225708020,
  KeepDraftsWithTheOfficers1767225708030,
  KeepFiresideTalksApart1767225708040,
  HoldBallotsInSessions1767225709010,
  WriteMinutesOfBodies1767225709020,
  NameTheSessionOfResolutions1767225709030,
  KeepStatementsWithinTheirBody1767225709040,
  NameWhatSilenceMeansInWriting1767225710010,
  EndObjectionsWithTheSession1767225711010,
  SearchTheCorrectedText1767225711020,
  TellWhenPublicTextsChanged1767225711030,
  KeepMoreDeadlines1767225800010,
  CloseByTheSweep1767225800020,
  RemindOfDeadlines1767225801010,
  NameHeadsOfOffices1767225801020,
  ListFailedMails1767225802010,
  CountMailsByTheMinute1767225802020,
  ThreadMailsByTopic1767225802030,
  TakeBackChoices1767225802040,
  SubscribeToCalendars1767225803010,
  InviteCalendars1767225803020,
  KeepDeadLetters1767225804010,
  AskForComments1767225805010,
  LetDeadlinesOpenWithTheirRound1767225807010,
  MoveCommentRoundsWithTheirTopic1767225901010,
  KnowWhetherMailsLeave1767225902010,
  LetDeadLettersBeDiscarded1767225903010,
  TellOnlyWhoMayRead1767225906010,
];
