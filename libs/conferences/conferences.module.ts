import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { CreateConferenceProfileHandler } from './features/create-conference-profile/create-conference-profile.handler.js';
import { CreateConferenceProfileResolver } from './features/create-conference-profile/create-conference-profile.resolver.js';
import { EditConferenceProfileHandler } from './features/edit-conference-profile/edit-conference-profile.handler.js';
import { EditConferenceProfileResolver } from './features/edit-conference-profile/edit-conference-profile.resolver.js';
import { ImportConferenceHandler } from './features/import-conference/import-conference.handler.js';
import {
  ConferenceProfileResolver,
  ProfileOfConferenceResolver,
} from './features/list-conference-profiles/conference-profile.resolver.js';
import { ConferenceFieldsLoader } from './features/list-conferences/conference-fields.loader.js';
import { ConferenceQuery } from './features/list-conferences/conference.query.js';
import { ConferenceResolver } from './features/list-conferences/conference.resolver.js';
import { CancelSessionResolver } from './features/cancel-session/cancel-session.resolver.js';
import { ConcludeSessionResolver } from './features/conclude-session/conclude-session.resolver.js';
import { InviteToSessionResolver } from './features/invite-to-session/invite-to-session.resolver.js';
import { FollowInviteesJob } from './features/invite-to-session/follow-invitees.job.js';
import { InviteeChanges } from './features/invite-to-session/invitee-changes.js';
import { NotifyParticipantsOfSessionJob } from './features/invite-to-session/notify-participants-of-session.job.js';
import { SessionInvitees } from './features/invite-to-session/session-invitees.js';
import { SweepInviteesJob } from './features/invite-to-session/sweep-invitees.job.js';
import { FollowChairTermsJob } from './features/follow-chair-term/follow-chair-terms.job.js';
import { InstallationResolver } from './features/show-installation/installation.resolver.js';
import { MoveSessionResolver } from './features/move-session/move-session.resolver.js';
import { OpenSessionResolver } from './features/open-session/open-session.resolver.js';
import { SessionFieldsLoader } from './session-fields.loader.js';
import { ConferenceActionsResolver } from './features/list-conferences/conference-actions.resolver.js';
import { SessionResolver } from './features/show-session/session.resolver.js';
import { AnnounceParticipantResolver } from './features/announce-participant/announce-participant.resolver.js';
import { ParticipantListQuery } from './features/list-participants/participant-list.query.js';
import { ParticipantsResolver } from './features/list-participants/participants.resolver.js';
import { NameRepresentativeResolver } from './features/name-representative/name-representative.resolver.js';
import { RecordAttendanceResolver } from './features/record-attendance/record-attendance.resolver.js';
import { WithdrawParticipantResolver } from './features/withdraw-participant/withdraw-participant.resolver.js';
import { CancelConferenceHandler } from './features/cancel-conference/cancel-conference.handler.js';
import { CancelConferenceResolver } from './features/cancel-conference/cancel-conference.resolver.js';
import { EditConferenceResolver } from './features/edit-conference/edit-conference.resolver.js';
import { NotifyCoordinatorsOfConferenceJob } from './features/notify-of-conference/notify-coordinators-of-conference.job.js';
import { RescheduleConferenceHandler } from './features/reschedule-conference/reschedule-conference.handler.js';
import { RescheduleConferenceResolver } from './features/reschedule-conference/reschedule-conference.resolver.js';
import { ConferenceTransitionHandler } from './conference-transition.handler.js';
import { PapersOfConferences } from './papers-of-conferences.js';
import { PlanConferenceHandler } from './features/plan-conference/plan-conference.handler.js';
import { PlanConferenceResolver } from './features/plan-conference/plan-conference.resolver.js';
import { PlanSessionHandler } from './features/plan-session/plan-session.handler.js';
import { PlanSessionResolver } from './features/plan-session/plan-session.resolver.js';
import { CalendarDates } from './persistence/calendar-dates.js';
import { ConferenceProfiles } from './persistence/conference-profile.repository.js';
import { Conferences } from './persistence/conference.repository.js';
import { Sessions } from './persistence/session.repository.js';
import { ParticipantTransitionHandler } from './participant-transition.handler.js';
import { Participants } from './persistence/participant.repository.js';
import { SessionTransitionHandler } from './session-transition.handler.js';

@Module({
  imports: [NotificationsModule, OrganisationModule],
  providers: [
    CalendarDates,
    Conferences,
    ConferenceProfiles,
    ConferenceProfileResolver,
    CreateConferenceProfileHandler,
    CreateConferenceProfileResolver,
    EditConferenceProfileHandler,
    EditConferenceProfileResolver,
    ProfileOfConferenceResolver,
    ConferenceFieldsLoader,
    ConferenceQuery,
    ConferenceResolver,
    CancelConferenceHandler,
    CancelConferenceResolver,
    ConferenceTransitionHandler,
    EditConferenceResolver,
    NotifyCoordinatorsOfConferenceJob,
    PapersOfConferences,
    RescheduleConferenceHandler,
    RescheduleConferenceResolver,
    FollowChairTermsJob,
    FollowInviteesJob,
    InviteeChanges,
    InstallationResolver,
    ImportConferenceHandler,
    PlanConferenceHandler,
    PlanConferenceResolver,
    PlanSessionHandler,
    PlanSessionResolver,
    AnnounceParticipantResolver,
    CancelSessionResolver,
    NameRepresentativeResolver,
    ParticipantListQuery,
    ParticipantTransitionHandler,
    Participants,
    ParticipantsResolver,
    RecordAttendanceResolver,
    WithdrawParticipantResolver,
    ConcludeSessionResolver,
    ConferenceActionsResolver,
    InviteToSessionResolver,
    MoveSessionResolver,
    NotifyParticipantsOfSessionJob,
    OpenSessionResolver,
    SessionFieldsLoader,
    SessionInvitees,
    SessionResolver,
    SessionTransitionHandler,
    Sessions,
    SweepInviteesJob,
  ],
  exports: [
    CalendarDates,
    CancelConferenceHandler,
    ConferenceProfiles,
    Conferences,
    ConferenceTransitionHandler,
    CreateConferenceProfileHandler,
    EditConferenceProfileHandler,
    RescheduleConferenceHandler,
    ImportConferenceHandler,
    PapersOfConferences,
    PlanConferenceHandler,
    PlanSessionHandler,
    ParticipantTransitionHandler,
    SessionTransitionHandler,
    Sessions,
  ],
})
export class ConferencesModule {}
