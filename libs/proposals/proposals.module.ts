import { Module } from '@nestjs/common';
import { TopicsModule } from '#topics';
import { CompareProposalsResolver } from './features/compare-proposals/compare-proposals.resolver.js';
import { CitePrecedentHandler } from './features/cite-precedent/cite-precedent.handler.js';
import { CitePrecedentResolver } from './features/cite-precedent/cite-precedent.resolver.js';
import { RemovePrecedentHandler } from './features/remove-precedent/remove-precedent.handler.js';
import { RemovePrecedentResolver } from './features/remove-precedent/remove-precedent.resolver.js';
import { PrecedentsOfTopicResolver } from './features/show-precedents/precedents-of-topic.resolver.js';
import { ReviseProposalHandler } from './features/revise-proposal/revise-proposal.handler.js';
import { ReviseProposalResolver } from './features/revise-proposal/revise-proposal.resolver.js';
import { TopicProposalsResolver } from './features/show-proposal/topic-proposals.resolver.js';
import { ProposalRepository } from './persistence/proposal.repository.js';

/** Texts of proposed resolutions and their versions. */
@Module({
  imports: [TopicsModule],
  providers: [
    CitePrecedentHandler,
    CitePrecedentResolver,
    PrecedentsOfTopicResolver,
    RemovePrecedentHandler,
    RemovePrecedentResolver,
    CompareProposalsResolver,
    ProposalRepository,
    ReviseProposalHandler,
    ReviseProposalResolver,
    TopicProposalsResolver,
  ],
  exports: [ProposalRepository, ReviseProposalHandler],
})
export class ProposalsModule {}
