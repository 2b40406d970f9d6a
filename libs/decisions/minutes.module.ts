import { Module } from '@nestjs/common';
import { AgendasModule } from '#agendas';
import { ConferencesModule } from '#conferences';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { TopicsModule } from '#topics';
import { AgreeMinutesWhenAnsweredJob } from './features/agree-minutes/agree-minutes-when-answered.job.js';
import { AgreeMinutesResolver } from './features/agree-minutes/agree-minutes.resolver.js';
import { CirculateMinutesResolver } from './features/circulate-minutes/circulate-minutes.resolver.js';
import { NotifyOfMinutesJob } from './features/circulate-minutes/notify-of-minutes.job.js';
import { DraftMinutesResolver } from './features/draft-minutes/draft-minutes.resolver.js';
import { ObjectToMinutesResolver } from './features/object-to-minutes/object-to-minutes.resolver.js';
import { MinutesDocumentController } from './features/print-minutes/minutes-document.controller.js';
import { PrintedMinutesQuery } from './features/print-minutes/printed-minutes.query.js';
import { RejectMinutesObjectionResolver } from './features/reject-minutes-objection/reject-minutes-objection.resolver.js';
import { ReviseMinutesResolver } from './features/revise-minutes/revise-minutes.resolver.js';
import { MinutesFieldsResolver } from './features/show-minutes/minutes-fields.resolver.js';
import { MinutesOfConferenceResolver, ShowMinutesResolver } from './features/show-minutes/show-minutes.resolver.js';
import { WithdrawMinutesObjectionResolver } from './features/withdraw-minutes-objection/withdraw-minutes-objection.resolver.js';
import { MinutesDeadline } from './minutes-deadline.js';
import { MinutesLoaders } from './minutes-loaders.js';
import { MinutesSessions } from './minutes-sessions.js';
import { MinutesTransitionHandler } from './minutes-transition.handler.js';
import { MinutesSources } from './persistence/minutes-sources.js';
import { MinutesRecords } from './persistence/minutes.repository.js';
import { StatementsModule } from './statements.module.js';

const queries = [
  MinutesFieldsResolver,
  MinutesLoaders,
  MinutesOfConferenceResolver,
  PrintedMinutesQuery,
  ShowMinutesResolver,
];

const acts = [
  AgreeMinutesResolver,
  CirculateMinutesResolver,
  DraftMinutesResolver,
  MinutesTransitionHandler,
  ObjectToMinutesResolver,
  RejectMinutesObjectionResolver,
  ReviseMinutesResolver,
  WithdrawMinutesObjectionResolver,
];

const jobs = [AgreeMinutesWhenAnsweredJob, MinutesDeadline, NotifyOfMinutesJob];

/** The minutes of sessions, from their first version until they are agreed. */
@Module({
  imports: [AgendasModule, ConferencesModule, NotificationsModule, OrganisationModule, StatementsModule, TopicsModule],
  controllers: [MinutesDocumentController],
  providers: [...queries, ...acts, ...jobs, MinutesRecords, MinutesSessions, MinutesSources],
  exports: [MinutesTransitionHandler],
})
export class MinutesModule {}
