import { Module } from '@nestjs/common';
import { TopicsModule } from '#topics';
import { ReviseProposalHandler } from './features/revise-proposal/revise-proposal.handler.js';
import { ReviseProposalResolver } from './features/revise-proposal/revise-proposal.resolver.js';
import { TopicProposalsResolver } from './features/show-proposal/topic-proposals.resolver.js';
import { ProposalRepository } from './persistence/proposal.repository.js';

/** Texts of proposed resolutions and their versions. */
@Module({
  imports: [TopicsModule],
  providers: [ProposalRepository, ReviseProposalHandler, ReviseProposalResolver, TopicProposalsResolver],
  exports: [ProposalRepository, ReviseProposalHandler],
})
export class ProposalsModule {}
