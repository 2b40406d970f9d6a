import { Module } from '@nestjs/common';
import { AgendasModule } from '#agendas';
import { ConferencesModule } from '#conferences';
import { DecisionsModule } from '#decisions';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { ProposalsModule } from '#proposals';
import { TopicsModule } from '#topics';
import { ConcludeWrittenProceduresHandler } from './conclude-written-procedures.handler.js';
import { ChangeTextOfWrittenProcedureHandler } from './features/change-text-of-written-procedure/change-text-of-written-procedure.handler.js';
import { ChangeTextOfWrittenProcedureResolver } from './features/change-text-of-written-procedure/change-text-of-written-procedure.resolver.js';
import { InviteToNextRoundJob } from './features/change-text-of-written-procedure/invite-to-next-round.job.js';
import { NotifyOfEndJob } from './features/conclude-written-procedures/notify-of-end.job.js';
import { DemandDiscussionHandler } from './features/demand-discussion/demand-discussion.handler.js';
import { DemandDiscussionResolver } from './features/demand-discussion/demand-discussion.resolver.js';
import { EndWrittenProcedureEarlyHandler } from './features/end-written-procedure-early/end-written-procedure-early.handler.js';
import { EndWrittenProcedureEarlyResolver } from './features/end-written-procedure-early/end-written-procedure-early.resolver.js';
import { GiveWrittenVoteOnBehalfResolver } from './features/give-written-vote-on-behalf/give-written-vote-on-behalf.resolver.js';
import { GiveWrittenVoteResolver } from './features/give-written-vote/give-written-vote.resolver.js';
import { ListWrittenProceduresResolver } from './features/list-written-procedures/list-written-procedures.resolver.js';
import { WrittenProcedureListQuery } from './features/list-written-procedures/written-procedure-list.query.js';
import { InvitationDocumentController } from './features/print-invitation/invitation-document.controller.js';
import { InvitationTexts, PrintedInvitationQuery } from './features/print-invitation/printed-invitation.query.js';
import { ProceduresToReportQuery } from './features/report-written-procedure/procedures-to-report.query.js';
import { ReportToConference } from './features/report-written-procedure/report-to-conference.js';
import { ReportWrittenProcedureHandler } from './features/report-written-procedure/report-written-procedure.handler.js';
import { ReportWrittenProcedureResolver } from './features/report-written-procedure/report-written-procedure.resolver.js';
import { NotifyChairOfRequestJob } from './features/request-written-procedure/notify-chair-of-request.job.js';
import { ReportWrittenProceduresOfSessionJob } from './features/report-written-procedure/report-written-procedures-of-session.job.js';
import { RequestForMovedTopicJob } from './features/request-written-procedure/request-for-moved-topic.job.js';
import { RequestWrittenProcedureHandler } from './features/request-written-procedure/request-written-procedure.handler.js';
import { RequestWrittenProcedureResolver } from './features/request-written-procedure/request-written-procedure.resolver.js';
import {
  ShowWrittenProcedureResolver,
  WrittenProceduresOfTopicResolver,
} from './features/show-written-procedure/show-written-procedure.resolver.js';
import { WrittenProcedureFieldsResolver } from './features/show-written-procedure/written-procedure-fields.resolver.js';
import { WrittenTermsResolver } from './features/show-written-procedure/written-terms.resolver.js';
import { WrittenVotesResolver } from './features/show-written-procedure/written-votes.resolver.js';
import { InviteToWrittenProcedureJob } from './features/start-written-procedure/invite-to-written-procedure.job.js';
import { StartWrittenProcedureHandler } from './features/start-written-procedure/start-written-procedure.handler.js';
import { StartWrittenProcedureResolver } from './features/start-written-procedure/start-written-procedure.resolver.js';
import { WithdrawWrittenProcedureHandler } from './features/withdraw-written-procedure/withdraw-written-procedure.handler.js';
import { WithdrawWrittenProcedureResolver } from './features/withdraw-written-procedure/withdraw-written-procedure.resolver.js';
import { GiveWrittenFormHandler } from './give-written-form.handler.js';
import { HeldProcedures } from './persistence/held-procedures.js';
import { ProcedureOffices } from './persistence/procedure-offices.js';
import { ProcedureTerms } from './persistence/procedure-terms.js';
import { ReleaseVotes } from './persistence/release-vote.repository.js';
import { WrittenProcedures } from './persistence/written-procedure.repository.js';
import { ProcedureRounds } from './procedure-rounds.js';
import { WrittenProcedureActs } from './written-procedure-acts.js';
import { WrittenProcedureDeadline } from './written-procedure-deadline.js';
import { WrittenProcedureLoaders } from './written-procedure-loaders.js';
import { WrittenStatements } from './written-statements.js';

const queries = [
  InvitationTexts,
  ListWrittenProceduresResolver,
  PrintedInvitationQuery,
  ProceduresToReportQuery,
  ReportToConference,
  ShowWrittenProcedureResolver,
  WrittenProcedureFieldsResolver,
  WrittenProcedureListQuery,
  WrittenProcedureLoaders,
  WrittenProceduresOfTopicResolver,
  WrittenTermsResolver,
  WrittenVotesResolver,
];

const acts = [
  ChangeTextOfWrittenProcedureHandler,
  ChangeTextOfWrittenProcedureResolver,
  ConcludeWrittenProceduresHandler,
  DemandDiscussionHandler,
  DemandDiscussionResolver,
  EndWrittenProcedureEarlyHandler,
  EndWrittenProcedureEarlyResolver,
  GiveWrittenFormHandler,
  GiveWrittenVoteOnBehalfResolver,
  GiveWrittenVoteResolver,
  ProcedureRounds,
  ReportWrittenProcedureHandler,
  ReportWrittenProcedureResolver,
  RequestWrittenProcedureHandler,
  RequestWrittenProcedureResolver,
  StartWrittenProcedureHandler,
  StartWrittenProcedureResolver,
  WithdrawWrittenProcedureHandler,
  WithdrawWrittenProcedureResolver,
  WrittenProcedureActs,
  WrittenProcedureDeadline,
  WrittenStatements,
];

const jobs = [
  InviteToNextRoundJob,
  InviteToWrittenProcedureJob,
  NotifyChairOfRequestJob,
  NotifyOfEndJob,
  ReportWrittenProceduresOfSessionJob,
  RequestForMovedTopicJob,
];
const stores = [HeldProcedures, ProcedureOffices, ProcedureTerms, ReleaseVotes, WrittenProcedures];

/** Votes in writing, all year round (Umlaufverfahren). */
@Module({
  imports: [
    AgendasModule,
    ConferencesModule,
    DecisionsModule,
    NotificationsModule,
    OrganisationModule,
    ProposalsModule,
    TopicsModule,
  ],
  controllers: [InvitationDocumentController],
  providers: [...queries, ...acts, ...jobs, ...stores],
  exports: [
    ConcludeWrittenProceduresHandler,
    GiveWrittenFormHandler,
    ReleaseVotes,
    RequestWrittenProcedureHandler,
    StartWrittenProcedureHandler,
    WrittenProcedures,
  ],
})
export class WrittenProceduresModule {}
