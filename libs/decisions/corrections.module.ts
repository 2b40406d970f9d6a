import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { OrganisationModule } from '#organisation';
import { TopicsModule } from '#topics';
import { CorrectionTransitionHandler } from './correction-transition.handler.js';
import { ConfirmCorrectionResolver } from './features/confirm-correction/confirm-correction.resolver.js';
import { NotifyOfCorrectionJob } from './features/confirm-correction/notify-of-correction.job.js';
import { ProposeCorrectionResolver } from './features/propose-correction/propose-correction.resolver.js';
import { RejectCorrectionResolver } from './features/reject-correction/reject-correction.resolver.js';
import {
  CorrectionFieldsResolver,
  CorrectionsOfResolutionResolver,
} from './features/show-correction/correction-fields.resolver.js';
import { Corrections } from './persistence/correction.repository.js';

const queries = [CorrectionFieldsResolver, CorrectionsOfResolutionResolver];
const acts = [
  ConfirmCorrectionResolver,
  CorrectionTransitionHandler,
  ProposeCorrectionResolver,
  RejectCorrectionResolver,
];

/** Corrections of resolutions, made with four eyes. */
@Module({
  imports: [NotificationsModule, OrganisationModule, TopicsModule],
  providers: [...queries, ...acts, Corrections, NotifyOfCorrectionJob],
  exports: [Corrections, CorrectionTransitionHandler],
})
export class CorrectionsModule {}
