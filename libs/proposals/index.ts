import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { ProposalVersionEntity } from './persistence/proposal-version.entity.js';

export { clausesFrom, faultsOf, numbered, type Clause, type ClauseText, type NumberedClause } from './domain/clause.js';
export type { ProposalVersion } from './domain/proposal-version.js';
export { CitePrecedentHandler } from './features/cite-precedent/cite-precedent.handler.js';
export { ReviseProposalHandler, type ReviseProposal } from './features/revise-proposal/revise-proposal.handler.js';
export { ProposalRepository } from './persistence/proposal.repository.js';
export { ClauseInput, ClauseType, ProposalVersionType, toProposalVersionType } from './proposal.graphql.js';
export { textHash } from './text-hash.js';
export { ProposalsModule } from './proposals.module.js';

export const proposalEntities: readonly EntityTarget<ObjectLiteral>[] = [ProposalVersionEntity];
